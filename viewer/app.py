"""What Streamlit runs once a visit: the front end as one component over the whole page. All else is in its routes."""

import streamlit as st

from bozzetto.viewer.shell import STATIC, component_script

STYLE = """
<style>
[data-testid="stHeader"], [data-testid="stToolbar"], [data-testid="stStatusWidget"] { display: none !important; }
.stApp, .stMain, .block-container { background: transparent !important; padding: 0 !important; }
</style>
"""

st.set_page_config(page_title="bozzetto", page_icon=str(STATIC / "icon.svg"), layout="wide")
st.html(STYLE)
st.components.v2.component("bozzetto_stage", js=component_script())(key="stage")

"""What Streamlit runs at each visit and click; everything is in bozzetto.viewer.menu and the pages."""

from bozzetto.viewer.menu import main

main()

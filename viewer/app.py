"""What Streamlit runs at each visit and click; everything is in viewer.shell and the pages."""

from viewer.shell import main

main()

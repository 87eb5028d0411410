"""What Streamlit runs at each visit and click; everything is in viewer.menu and the pages."""

from viewer.menu import main

main()

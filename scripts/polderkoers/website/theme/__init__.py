"""The theme `polderkoers`: the frame of every page, its styles and scripts. MkDocs finds this folder by its entry point."""

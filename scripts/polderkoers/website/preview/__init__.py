"""The live preview: makes a page when it is asked for, follows what an editor changes, and shows what is wrong with it."""

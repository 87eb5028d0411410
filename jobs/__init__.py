"""Configuration, the loop, run folders and the command line: the only room that joins nerf, sds and export."""

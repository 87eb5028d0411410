"""Prompts in other languages, turned into the English prompt that means the same, so that results have the same bits.

A language is one file in ``tables/``: its words for the English ones, and its grammar in a few lines. It is read when a
prompt needs it, never for a prompt that is plain English. docs/languages.md says how to add one.
"""

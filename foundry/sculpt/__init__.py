"""Objects sculpted by code: families of parametric solids with parts, materials, true sizes and instances by seed.

`solids` makes exact solids, `fields` makes bodies that melt into one another, `materials` names what parts are made of,
`sculpture` has the catalogue, `files` writes, `sheet` draws. Families are short modules in the folders beside them.
"""

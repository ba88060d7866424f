"""Scheme packs (方案包): the definitions, rules, code lists, rates, calendar and parameters of a province in one file.

What is in a province's pack was made elsewhere, so it is read and tried in a limited child before it is believed:

manifest   what stands in a pack: version, sequence number, from when on, every member with its SHA-256
container  the file: a zip of stored members, whose bytes follow from its content
signing    the province's Ed25519 signature over the manifest
trial      every expression of a pack tried in the sandbox, on an empty and on a sample Book
child      the limited process that reads and tries what comes from outside; `asking` is its parent
shelf      the installed packs of a user or an endpoint: install, list, roll back, the newest one that is whole
changes    what one pack says otherwise than another

Nothing here reaches a network; `sync.scheme` fetches packs.
"""

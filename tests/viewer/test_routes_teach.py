"""Routes of teaching from a file that was opened."""

import io

from PIL import Image

from bozzetto.viewer.commands import CommandStatus

BYTES = "application/octet-stream"


def png():
    data = io.BytesIO()
    Image.new("RGBA", (8, 8), "red").save(data, "PNG")
    return data.getvalue()


def test_a_noun_is_taught_from_an_opened_mesh_or_picture(client, home, monkeypatch):
    started, ended = [], {}
    commands = client.workbench.commands
    monkeypatch.setattr(commands, "start", lambda key, arguments: started.append((key, arguments)) or True)
    monkeypatch.setattr(commands, "status", lambda key: ended.get(key, CommandStatus(running=True, seconds=3)))
    mesh = client.ask("POST", "/opened", b"solid", BYTES, {"name": "a part.STL"}).values["key"]
    picture = client.ask("POST", "/opened", png(), BYTES, {"name": "my photo.png"}).values["key"]
    folder = home / "cache" / "opened"
    asked = {"name": "--out bike", "also": "sky bike", "author": "Ann", "front": "-x", "size": "1.5", "replace": True}
    assert client.post(f"/opened/{mesh}/teach", **asked).values["running"]
    arguments = started[0][1]
    assert arguments[:3] == ["teach", "--quiet", "--name=--out bike"]
    assert arguments[-2:] == ["--", str(folder / mesh / "mesh.stl")]
    assert {"--also=sky bike", "--author=Ann", "--front=-x", "--size=1.5", "--replace"} <= set(arguments)
    assert client.post(f"/opened/{picture}/teach", name="bike", shows="profile left").status == 200
    arguments = started[1][1]
    assert arguments[-1] == str(folder / picture / "picture.png") and "--shows=profile left" in arguments
    assert f"--cutout={folder / picture / 'cutout.png'}" in arguments
    for key, bad in (
        (mesh, {"name": " "}),
        (mesh, {"name": "x", "front": "up"}),
        (picture, {"name": "x", "shows": "y"}),
    ):
        assert client.post(f"/opened/{key}/teach", **bad).status == 400, bad
    assert client.post("/opened/000000000000/teach", name="x").status == 404 and len(started) == 2
    # A picture is no mesh that could be exported.
    assert client.post(f"/opened/{picture}/export", formats=["glb"]).status == 404

    assert client.get(f"/opened/{picture}/teach/cutout").status == 404
    (folder / picture / "cutout.png").write_bytes(png())
    assert client.get(f"/opened/{picture}/teach").values["cutout"]
    assert client.get(f"/opened/{picture}/teach/cutout").body == png()
    prior = client.workbench.prior()
    ended[started[1][0]] = CommandStatus(output="/packs/bike")
    assert client.get(f"/opened/{picture}/teach").values["done"] and client.workbench.prior() is not prior
    ended[started[0][0]] = CommandStatus(problem="'chair' is a known word; choose another name")
    answer = client.get(f"/opened/{mesh}/teach").values
    assert not answer["done"] and "known word" in answer["problem"]

# sbom.py MANIFEST: prints the image's packages as a CycloneDX list of components, from mkosi's manifest.
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    manifest = json.load(file)
components = [
    {
        "type": "library",
        "name": package["name"],
        "version": package["version"],
        "purl": f"pkg:deb/debian/{package['name']}@{package['version']}?arch={package['architecture']}",
    }
    for package in sorted(manifest["packages"], key=lambda package: package["name"])
]
bom = {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components": components}
json.dump(bom, sys.stdout, indent=1)
print()

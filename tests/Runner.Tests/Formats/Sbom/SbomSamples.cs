namespace Runner.Tests.Formats.Sbom;

/// <summary>Bills of materials in the shapes that tools write, cut to what matters.</summary>
internal static class SbomSamples
{
    public const string SyftCycloneDx = """
        {
          "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX", "specVersion": "1.6",
          "serialNumber": "urn:uuid:9f7fdc4e-0000-4000-8000-000000000000", "version": 1,
          "metadata": {
            "timestamp": "2026-01-02T03:04:05Z",
            "tools": { "components": [{ "type": "application", "author": "anchore", "name": "syft", "version": "1.18.0" }] },
            "component": { "bom-ref": "main", "type": "container", "name": "ghcr.io/acme/shop", "version": "sha256:abc" }
          },
          "components": [
            { "bom-ref": "pkg:npm/%40acme/cart@1.0.0", "type": "library", "group": "@acme", "name": "cart", "version": "1.0.0", "purl": "pkg:npm/%40acme/cart@1.0.0",
              "publisher": "Jane Doe <jane@example.invalid>", "licenses": [{ "license": { "id": "MIT" } }, { "expression": "Apache-2.0 OR MIT" }],
              "hashes": [{ "alg": "SHA-256", "content": "00ff" }],
              "components": [{ "type": "library", "name": "nested", "version": "" }] },
            { "bom-ref": "b", "type": "library", "name": "lodash", "version": "4.17.20", "supplier": { "name": "OpenJS Foundation" } }
          ],
          "dependencies": [{ "ref": "main", "dependsOn": ["pkg:npm/%40acme/cart@1.0.0", "b"] }, { "ref": "b" }]
        }
        """;

    /// <value>Trivy writes a rating for each vendor, cdxgen an analysis.</value>
    public const string Vulnerabilities = """
        {
          "bomFormat": "CycloneDX", "specVersion": "1.5",
          "metadata": { "tools": [{ "vendor": "cyclonedx", "name": "cdxgen", "version": "11.0.0" }] },
          "components": [{ "bom-ref": "x", "type": "library", "name": "net", "version": "0.7.0" }],
          "vulnerabilities": [
            { "id": "CVE-2023-44487", "source": { "name": "ghsa" }, "recommendation": "Upgrade net to version 0.17.0",
              "ratings": [{ "source": { "name": "nvd" }, "score": 7.5, "severity": "high", "method": "CVSSv31" }, { "source": { "name": "redhat" }, "severity": "critical" }],
              "affects": [{ "ref": "x" }, { "ref": "urn:cdx:elsewhere#1" }], "analysis": { "state": "not_affected" } },
            { "id": "GHSA-1", "ratings": [{ "score": 5.1, "method": "CVSSv31" }], "affects": [{ "ref": "x", "versions": [{ "version": "0.7.0", "status": "affected" }, { "version": "0.8.0", "status": "unaffected" }] }] },
            { "id": "GHSA-2", "ratings": [{ "score": 30, "method": "OWASP" }] },
            { "id": "GHSA-3", "ratings": [{ "severity": "info" }] }
          ]
        }
        """;

    public const string CycloneDxXml = """
        <?xml version="1.0" encoding="utf-8"?>
        <bom xmlns="http://cyclonedx.org/schema/bom/1.4" serialNumber="urn:uuid:1" version="1">
          <metadata>
            <timestamp>2026-01-02T03:04:05Z</timestamp>
            <tools><tool><vendor>CycloneDX</vendor><name>CycloneDX module for .NET</name><version>3.0.8</version></tool></tools>
            <component type="application" bom-ref="shop@1.0"><name>shop</name><version>1.0</version></component>
          </metadata>
          <components>
            <component type="library" bom-ref="pkg:nuget/Polly@8.5.0">
              <name>Polly</name><version>8.5.0</version>
              <hashes><hash alg="SHA-512">aa</hash></hashes>
              <licenses><license><id>BSD-3-Clause</id></license><expression>MIT</expression></licenses>
              <purl>pkg:nuget/Polly@8.5.0</purl>
            </component>
          </components>
          <dependencies><dependency ref="shop@1.0"><dependency ref="pkg:nuget/Polly@8.5.0" /></dependency></dependencies>
          <vulnerabilities>
            <vulnerability><id>CVE-1</id><source><name>NVD</name></source>
              <ratings><rating><score>9.1</score><method>CVSSv3</method></rating></ratings>
              <affects><target><ref>pkg:nuget/Polly@8.5.0</ref><versions><version><version>8.6.0</version><status>unaffected</status></version></versions></target></affects>
            </vulnerability>
          </vulnerabilities>
        </bom>
        """;

    public const string SyftSpdx = """
        {
          "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": "shop",
          "creationInfo": { "licenseListVersion": "3.25", "creators": ["Organization: Anchore, Inc", "Person: Jane Doe (jane@example.invalid)", "Tool: syft-1.18.0"], "created": "2026-01-02T03:04:05Z" },
          "packages": [
            { "name": "lodash", "SPDXID": "SPDXRef-Package-1", "versionInfo": "4.17.20", "supplier": "Person: Jane Doe (jane@example.invalid)", "licenseConcluded": "NOASSERTION", "licenseDeclared": "MIT",
              "checksums": [{ "algorithm": "SHA1", "checksumValue": "0a" }],
              "externalRefs": [{ "referenceCategory": "SECURITY", "referenceType": "cpe23Type", "referenceLocator": "cpe:2.3:a:*" }, { "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:npm/lodash@4.17.20" }] },
            { "name": "left-pad", "SPDXID": "SPDXRef-Package-2", "supplier": "Organization: Acme (sbom@example.invalid)", "licenseConcluded": "NONE", "licenseDeclared": "NOASSERTION" },
            { "name": "shop", "SPDXID": "SPDXRef-DocumentRoot", "versionInfo": "1.0" }
          ],
          "relationships": [
            { "spdxElementId": "SPDXRef-DocumentRoot", "relatedSpdxElement": "SPDXRef-Package-1", "relationshipType": "CONTAINS" },
            { "spdxElementId": "SPDXRef-Package-2", "relatedSpdxElement": "SPDXRef-Package-1", "relationshipType": "DEPENDENCY_OF" },
            { "spdxElementId": "SPDXRef-DOCUMENT", "relatedSpdxElement": "SPDXRef-DocumentRoot", "relationshipType": "DESCRIBES" }
          ]
        }
        """;

    public const string TagValue = """
        SPDXVersion: SPDX-2.2
        DataLicense: CC0-1.0
        DocumentName: shop
        SPDXID: SPDXRef-DOCUMENT
        # made by hand
        Creator: Tool: bom-0.6
        Creator: Person: Jane Doe (jane@example.invalid)
        Created: 2026-01-02T03:04:05Z
        DocumentComment: <text>two
        lines: with a colon</text>

        PackageName: shop
        SPDXID: SPDXRef-Package-shop
        PackageVersion: 1.0
        Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-Package-shop
        Relationship: SPDXRef-Package-shop DEPENDS_ON SPDXRef-Package-dep

        PackageName: dep
        SPDXID: SPDXRef-Package-dep
        PackageVersion: 2.0
        PackageSupplier: Organization: Acme
        PackageChecksum: SHA256: ab
        PackageLicenseConcluded: (MIT AND BSD-3-Clause)
        ExternalRef: PACKAGE-MANAGER purl pkg:golang/dep@2.0

        FileName: ./a.go
        SPDXID: SPDXRef-File-1
        """;
}

using System.Text.Json;
using System.Xml.Linq;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Architecture;

/// <summary>Every package that any project restores, direct or not, carries a licence that was looked at and allowed.</summary>
public sealed class LicenceTests
{
    private static readonly string[] Allowed = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "Unlicense"];

    /// <summary>Packages from before licence expressions: what their licence file or page says, read by a person.</summary>
    private static readonly Dictionary<string, string> Read = new(StringComparer.Ordinal)
    {
        ["commandlineparser/2.9.1"] = "MIT",
        ["microsoft.dotnet.platformabstractions/3.1.6"] = "MIT",
        ["vecc.yamldotnet.analyzers.staticgenerator/18.0.0"] = "MIT",
    };

    private static readonly string Cache =
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public static TheoryData<string> Packages => [.. Locked()];

    [Fact]
    public void TheLockFilesNameThePackagesWeKnow() =>
        new[] { "jint/4.18.0", "tomlyn/2.10.2", "yamldotnet/18.1.0", "xunit.v3/3.2.2" }.ShouldBeSubsetOf(Locked());

    [Theory]
    [MemberData(nameof(Packages))]
    public void EveryRestoredPackageHasAnAllowedLicence(string package)
    {
        var licence = LicenceOf(package);
        licence.Split(" OR ", StringSplitOptions.TrimEntries).Any(Allowed.Contains)
            .ShouldBeTrue($"{package} has licence \"{licence}\". Allowed: {string.Join(", ", Allowed)}. Choose another package.");
    }

    [Theory]
    [InlineData("<license type=\"expression\">AGPL-3.0-only</license>", "AGPL-3.0-only")]
    [InlineData("<license type=\"expression\">MIT OR AGPL-3.0-only</license>", "MIT OR AGPL-3.0-only")]
    [InlineData("<license type=\"file\">LICENSE.md</license>", "file LICENSE.md")]
    [InlineData("<licenseUrl>https://example.com/eula</licenseUrl>", "page https://example.com/eula")]
    [InlineData("", "none")]
    public void ALicenceIsReadFromTheManifest(string metadata, string expected) =>
        Declared(XDocument.Parse($"<package xmlns=\"http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd\"><metadata>{metadata}</metadata></package>"))
            .ShouldBe(expected);

    [Fact]
    public void NoExceptionIsLeftOver() => Read.Keys.Except(Locked(), StringComparer.Ordinal).ShouldBeEmpty();

    private static string LicenceOf(string package)
    {
        if (Read.TryGetValue(package, out var read))
        {
            return read;
        }

        var manifest = Path.Combine(Cache, package, package.Split('/')[0] + ".nuspec");
        File.Exists(manifest).ShouldBeTrue($"{manifest} is missing: restore first");
        return Declared(XDocument.Load(manifest));
    }

    private static string Declared(XDocument manifest)
    {
        var metadata = manifest.Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        var licence = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "license");
        var url = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "licenseUrl");
        return (licence, url) switch
        {
            ({ } found, _) when found.Attribute("type")?.Value == "expression" => found.Value,
            ({ } found, _) => $"file {found.Value}",
            (null, { } page) => $"page {page.Value}",
            _ => "none",
        };
    }

    private static List<string> Locked()
    {
        var packages = new SortedSet<string>(StringComparer.Ordinal);
        var files = new[]
        {
            "src",
            "tests"
        }.SelectMany(folder => Directory.EnumerateFiles(Repository.Combine(folder), "packages.lock.json", SearchOption.AllDirectories));
        foreach (var path in files.Where(path => !path.Contains("/cases/", StringComparison.Ordinal)))
        {
            using var locked = JsonDocument.Parse(File.ReadAllText(path));
            foreach (var package in locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject()))
            {
                if (package.Value.GetProperty("type").GetString() != "Project")
                {
                    packages.Add($"{package.Name}/{package.Value.GetProperty("resolved").GetString()}".ToLowerInvariant());
                }
            }
        }

        return [.. packages];
    }
}

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

    /// <value>
    /// libgit2, GPL-2.0 with an exception that lets anything link it. Nothing of it is in what is released: tests run beside it.
    /// </value>
    private const string TestsOnly = "tests only: GPL-2.0-only WITH GCC-exception-2.0";

    /// <summary>Packages without a licence expression: what their licence file or page says, read by a person.</summary>
    private static readonly Dictionary<string, string> Read = new(StringComparer.Ordinal)
    {
        ["commandlineparser/2.9.1"] = "MIT",
        ["hdrhistogram/2.5.0"] = "BSD-2-Clause",
        ["k4os.compression.lz4/1.3.8"] = "MIT",
        ["microsoft.dotnet.platformabstractions/3.1.6"] = "MIT",
        ["vecc.yamldotnet.analyzers.staticgenerator/18.0.0"] = "MIT",
        ["libgit2sharp/0.32.0"] = "MIT",
        ["libgit2sharp.nativebinaries/2.0.324"] = TestsOnly,
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
        if (licence == TestsOnly)
        {
            return;
        }

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

    /// <summary>What is released holds nothing whose licence was read as one for tests only, and nothing that brings it along.</summary>
    [Fact]
    public void WhatIsForTestsOnly_IsInNoLockFileOfTheProduct()
    {
        Locked("src").ShouldContain("jint/4.18.0", "the scan must see the product's lock files");
        Locked("src").ShouldAllBe(package => !package.StartsWith("libgit2sharp", StringComparison.Ordinal) && Read.GetValueOrDefault(package) != TestsOnly);
    }

    /// <summary>The licence was read in these words, and a new version may have others.</summary>
    [Fact]
    public void TheLicencesThatAreFiles_SayWhatWasRead()
    {
        File.ReadAllText(Path.Combine(Cache, "libgit2sharp", "0.32.0", "App_Readme", "LICENSE.md")).ShouldStartWith("The MIT License");
        var native = File.ReadAllText(Path.Combine(Cache, "libgit2sharp.nativebinaries", "2.0.324", "libgit2", "libgit2.license.txt"));
        native.ShouldContain("LINKING EXCEPTION");
        native.ShouldContain("the only valid version of the GPL");
    }

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

    private static List<string> Locked() => Locked("src", "tests");

    private static List<string> Locked(params string[] folders)
    {
        var packages = new SortedSet<string>(StringComparer.Ordinal);
        var files = folders.SelectMany(folder => Directory.EnumerateFiles(Repository.Combine(folder), "packages*.lock.json", SearchOption.AllDirectories));
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

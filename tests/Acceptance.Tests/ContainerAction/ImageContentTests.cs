using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.ContainerAction;

/// <summary>All files of the image: whose they are, what can be started, and the list of them that a release publishes.</summary>
[Collection(ActionImages.Name)]
public sealed partial class ImageContentTests(ActionImage image) : IDisposable
{
    /// <value>Where fmod got its newest version; linked where glibc is older, the program needs 2.34.</value>
    private const int MaxGlibc = 38;

    /// <summary>What is neither the program nor a package's.</summary>
    private static readonly string[] Ours = ["etc/group", "etc/nsswitch.conf", "etc/passwd", "usr/share/doc/gates/copyright"];

    /// <summary>What the engine itself puts into every container.</summary>
    private static readonly string[] Engine = [".dockerenv", "dev/console", "etc/hostname", "etc/hosts", "etc/resolv.conf"];

    private readonly TempFolder files = new();

    [Fact]
    public void EveryFileIsTheProgramsOrOfAPackageThatTheSbomNames()
    {
        image.Unpack(files.Path);
        var packages = Packages(Sbom(image.Name));
        packages.ShouldContain("git");
        var owned = packages.SelectMany(Owned).ToDictionary(file => file.Path, file => file.Digest, StringComparer.Ordinal);

        foreach (var path in Listing().Except([.. Ours, .. Engine, "usr/local/bin/gates", "usr/local/bin/libsodium.so"], StringComparer.Ordinal))
        {
            if (owned.TryGetValue(path, out var digest))
            {
#pragma warning disable CA5351 // dpkg lists files by it.
                Convert.ToHexStringLower(MD5.HashData(File.ReadAllBytes(Path.Combine(files.Path, path)))).ShouldBe(digest, path);
#pragma warning restore CA5351
            }
            else
            {
                var notes = NoteOfAPackage().Match(path);
                notes.Success.ShouldBeTrue($"{path} belongs to nobody");
                packages.ShouldContain(notes.Groups["name"].Value, path);
            }
        }

        Directory.GetFiles(Path.Combine(files.Path, "var/lib/dpkg/status.d")).Select(Path.GetFileName)
            .Where(name => !name!.EndsWith(".md5sums", StringComparison.Ordinal))
            .ShouldBe(packages, ignoreOrder: true);
    }

    [Fact]
    public void NothingCanBeStartedButGatesGitAndWhatGitNeeds()
    {
        image.Unpack(files.Path);

        Listing().Where(path => (File.GetUnixFileMode(Path.Combine(files.Path, path)) & UnixFileMode.UserExecute) != UnixFileMode.None)
            .Where(path => !Library().IsMatch(path))
            .ShouldBe(["usr/bin/git", "usr/bin/gpgv", "usr/bin/ssh-keygen", "usr/lib/git-core/git-remote-http", "usr/local/bin/gates"], ignoreOrder: true);
        ActionImage.Docker("run", "--rm", "--entrypoint", "/bin/sh", image.Name, "-c", "true").ExitCode.ShouldBe(127);
    }

    [Fact]
    public void TemporaryFilesAreForEverybodyAndRootHasAName()
    {
        image.Unpack(files.Path);
        File.GetUnixFileMode(Path.Combine(files.Path, "tmp")).ShouldBe((UnixFileMode)Convert.ToInt32("1777", 8));
        files.Read("etc/passwd").ShouldStartWith("root:x:0:0:root:/root:\n");
    }

    [Fact]
    public void TheProgramNeedsNoNewerGlibcThanIsSaid()
    {
        image.Unpack(files.Path);
        foreach (var name in new[] { "gates", "libsodium.so" })
        {
            var text = Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(files.Path, "usr/local/bin", name)));
            GlibcVersion().Matches(text).Select(match => int.Parse(match.Groups["minor"].Value, System.Globalization.CultureInfo.InvariantCulture))
                .Max().ShouldBeLessThanOrEqualTo(MaxGlibc, name);
        }
    }

    [Fact]
    public void LabelsSayWhatItIs()
    {
        using var labels = JsonDocument.Parse(ActionImage.Docker("image", "inspect", "--format", "{{json .Config.Labels}}", image.Name).Succeeded());
        labels.RootElement.EnumerateObject().Select(label => label.Name["org.opencontainers.image.".Length..])
            .ShouldBe(["created", "description", "documentation", "licenses", "revision", "source", "title", "version"], ignoreOrder: true);
        labels.RootElement.EnumerateObject().ShouldAllBe(label => label.Value.GetString() != "");
    }

    [Fact]
    public void Sbom_IsValid_AndNamesOurPackagesAsLocked()
    {
        Assert.SkipWhen(ToolPackages.Missing is not null, ToolPackages.Missing ?? "");
        Assert.SkipUnless(ExternalProgram.Exists("jq"), "jq is not installed");
        var sbom = Sbom(image.Name);
        var file = files.Write("sbom.json", sbom);

        ExternalProgram.Run("sh", ["-c", $"node validate-sbom.mjs < {file}"], ToolPackages.Folder).Succeeded();

        using var document = JsonDocument.Parse(sbom);
        var components = document.RootElement.GetProperty("components").EnumerateArray().ToList();
        var named = components.Select(component => component.GetProperty("purl").GetString()!).ToList();
        using var locked = JsonDocument.Parse(File.ReadAllText(Repository.Combine("src/Runner/packages.lock.json")));
        foreach (var package in locked.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .Where(package => package.Value.GetProperty("type").GetString() != "Project"))
        {
            named.ShouldContain($"pkg:nuget/{package.Name}@{package.Value.GetProperty("resolved").GetString()}");
        }

        named.ShouldContain(purl =>
            purl.StartsWith("pkg:deb/debian/git@1%3A2.", StringComparison.Ordinal) && purl.EndsWith("&distro=debian-13", StringComparison.Ordinal));
        named.ShouldContain(purl => purl.StartsWith("pkg:nuget/Microsoft.DotNet.ILCompiler@10.0.", StringComparison.Ordinal));
        Sbom(image.Name).ShouldBe(sbom, "the same image has the same list");
        image.Unpack(files.Path);
        Sbom(files.Path).ShouldBe(sbom, "its files tell the same");
    }

    public void Dispose() => files.Dispose();

    private static string Sbom(string what) =>
        ExternalProgram.Run(Repository.Combine(".github/release/sbom"), [what, "1.2.3"]).Succeeded();

    private static List<string> Packages(string sbom)
    {
        using var document = JsonDocument.Parse(sbom);
        return [.. document.RootElement.GetProperty("components").EnumerateArray()
            .Where(component => component.GetProperty("purl").GetString()!.StartsWith("pkg:deb/", StringComparison.Ordinal))
            .Select(component => component.GetProperty("name").GetString()!)];
    }

    private IEnumerable<(string Path, string Digest)> Owned(string package)
    {
        var list = Path.Combine(files.Path, "var/lib/dpkg/status.d", package + ".md5sums");
        return File.Exists(list) ? File.ReadAllLines(list).Select(line => line.Split("  ", 2)).Select(fields => (fields[1], fields[0])) : [];
    }

    /// <summary>Files, each under its own name only.</summary>
    private List<string> Listing() =>
    [
        .. ExternalProgram.Run("find", [files.Path, "-type", "f", "-printf", "%P\n"]).Succeeded()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(path => !Engine.Contains(path, StringComparer.Ordinal)),
    ];

    [GeneratedRegex(@"^(?:usr/share/doc/(?<name>[^/]+)/copyright|var/lib/dpkg/status\.d/(?<name>[^/]+?)(?:\.md5sums)?)$")]
    private static partial Regex NoteOfAPackage();

    [GeneratedRegex(@"^usr/l(?:ib|ocal/bin|ib64)/(?:[^/]+/)?[^/]+\.so(?:\.[0-9]+)*$")]
    private static partial Regex Library();

    [GeneratedRegex(@"GLIBC_2\.(?<minor>[0-9]+)")]
    private static partial Regex GlibcVersion();
}

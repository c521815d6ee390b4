using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Support;
using Xunit;

namespace Acceptance.Tests.ContainerAction;

/// <summary>
/// The image of the repository's Dockerfile, built by a real Docker Engine without network and without a registry. Its program is compiled in there, unless
/// <c>GATES_TEST_NATIVE</c> names a folder that <c>./publish</c> made: then only that stage is left out.
/// </summary>
public sealed partial class ActionImage : IDisposable
{
    /// <summary>Each checkout has its own images, so that two can be tested at the same time.</summary>
    private static readonly string Checkout = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Repository.Root)))[..8];

    private static readonly string DebianImage = $"gates-test-debian-{Checkout}";
    private static readonly string SdkImage = $"gates-test-sdk-{Checkout}";
    private static readonly string ProgramImage = $"gates-test-program-{Checkout}";
    private static readonly string Image = $"gates-test-action-{Checkout}";
    private static readonly string Cache = Repository.Combine("artifacts", "containers");

    private readonly string? missing;

    public ActionImage()
    {
        missing = Missing();
        if (missing is null)
        {
            Build();
        }
    }

    /// <value>The image's name; asking for it skips the test when there is no way to build one.</value>
    public string Name
    {
        get
        {
            Assert.SkipWhen(missing is not null, missing ?? "");
            return Image;
        }
    }

    /// <summary>Runs the program in a folder, without network.</summary>
    /// <param name="folder">Becomes the workspace.</param>
    /// <param name="options">Those of <c>docker run</c>.</param>
    /// <param name="arguments">Those of gates.</param>
    public ProgramOutput Run(string folder, string[] options, params string[] arguments) =>
        Docker(["run", "--rm", "--network=none", "-v", $"{folder}:/github/workspace", "--workdir", "/github/workspace", .. options, Name, .. arguments]);

    /// <summary>Writes all files of the image into a folder.</summary>
    public void Unpack(string folder)
    {
        var container = Docker("create", Name).Succeeded().Trim();
        try
        {
            var archive = Path.Combine(folder, "image.tar");
            Docker("export", "--output", archive, container).Succeeded();
            ExternalProgram.Run("tar", ["-x", "-f", archive, "-C", folder]).Succeeded();
            File.Delete(archive);
        }
        finally
        {
            Docker("rm", container);
        }
    }

    /// <summary>The bytes that a registry would store and a runner would pull.</summary>
    public long CompressedSize()
    {
        using var folder = new TempFolder();
        var archive = Path.Combine(folder.Path, "image.tar");
        Docker("save", "--output", archive, Name).Succeeded();
        using var counter = File.Create(archive + ".gz");
        using (var gzip = new GZipStream(counter, CompressionLevel.Optimal, leaveOpen: true))
        using (var content = File.OpenRead(archive))
        {
            content.CopyTo(gzip);
        }

        return counter.Length;
    }

    public static ProgramOutput Docker(params string[] arguments) => ExternalProgram.Run("docker", arguments);

    public void Dispose()
    {
        if (missing is null)
        {
            // The first goes before its bases, which would else only lose their names; those are gone already where the old builder was used.
            foreach (var name in new[] { Image, ProgramImage, DebianImage, SdkImage })
            {
                Docker("rmi", name);
            }
        }
    }

    private static string? Missing() =>
        !ExternalProgram.Exists("docker") || Docker("info").ExitCode != 0 ? "no Docker Engine answers"
        : Environment.UserName != "root" ? "only root can give a workspace to another user"
        : !ExternalProgram.Exists("debootstrap") && !File.Exists(Path.Combine(Cache, "trixie.done")) ? "debootstrap is not installed"
        : null;

    private static void Build()
    {
        Import("debian", DebianImage, Cache);
        List<string> bases = ["--build-arg", $"DEBIAN_IMAGE={DebianImage}"];
        if (Environment.GetEnvironmentVariable("GATES_TEST_NATIVE") is { Length: > 0 } native)
        {
            Import("program", ProgramImage, native);
            bases.AddRange(["--build-arg", $"SDK_IMAGE={DebianImage}", "--build-arg", $"PROGRAM={ProgramImage}"]);
        }
        else
        {
            Import("sdk", SdkImage, Cache);
            bases.AddRange(["--build-arg", $"SDK_IMAGE={SdkImage}"]);
        }

        // Compiling the program in there takes a quarter of an hour on a small machine.
        var built = ExternalProgram.Run(
            "docker",
            ["build", "--network=none", .. bases, "--tag", Image, Repository.Root],
            timeout: TimeSpan.FromMinutes(30)).Succeeded();

        // The old builder keeps each step of the stages before, which is a full copy of their image with the plainest storage driver.
        foreach (var layer in Layer().Matches(built.Split("FROM scratch")[0]).Select(match => match.Groups["id"].Value).Reverse())
        {
            Docker("rmi", layer);
        }
    }

    private static void Import(string kind, string image, string folder) =>
        ExternalProgram.Run(
            Repository.Combine("tests", "Acceptance.Tests", "ContainerAction", "base-images"),
            [kind, image, folder],
            timeout: TimeSpan.FromMinutes(10)).Succeeded();

    [GeneratedRegex(@"^ ---> (?<id>[0-9a-f]{12})$", RegexOptions.Multiline)]
    private static partial Regex Layer();
}

/// <summary>Built once for all classes that look at it.</summary>
[CollectionDefinition(Name)]
public sealed class ActionImages : ICollectionFixture<ActionImage>
{
    public const string Name = "action image";
}

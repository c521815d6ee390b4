using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Support;
using Xunit;

namespace Acceptance.Tests.ContainerAction;

/// <summary>The image of the repository's Dockerfile, built by a real Docker Engine without network and without a registry.</summary>
public sealed partial class ActionImage : IDisposable
{
    /// <summary>Each checkout has its own images, so that two can be tested at the same time.</summary>
    private static readonly string Checkout = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Repository.Root)))[..8];

    private static readonly string RuntimeImage = $"gates-test-runtime-{Checkout}";
    private static readonly string SdkImage = $"gates-test-sdk-{Checkout}";
    private static readonly string Image = $"gates-test-action-{Checkout}";

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

    public static ProgramOutput Docker(params string[] arguments) => ExternalProgram.Run("docker", arguments, timeout: TimeSpan.FromMinutes(10));

    public void Dispose()
    {
        if (missing is null)
        {
            // The first goes before its base, which would else only lose its name; the SDK is gone already where the old builder was used.
            foreach (var name in new[] { Image, RuntimeImage, SdkImage })
            {
                Docker("rmi", name);
            }
        }
    }

    private static string? Missing() =>
        !ExternalProgram.Exists("docker") || Docker("info").ExitCode != 0 ? "no Docker Engine answers"
        : Environment.UserName != "root" ? "only root can give a workspace to another user"
        : !ExternalProgram.Exists("debootstrap") && !File.Exists(Repository.Combine("artifacts", "containers", "rootfs.done")) ? "debootstrap is not installed"
        : null;

    private static void Build()
    {
        var script = Repository.Combine("tests", "Acceptance.Tests", "ContainerAction", "base-images");
        ExternalProgram.Run(script, [RuntimeImage, SdkImage, Repository.Combine("artifacts", "containers")], timeout: TimeSpan.FromMinutes(10)).Succeeded();
        var built = Docker(
            "build", "--network=none", "--build-arg", $"SDK_IMAGE={SdkImage}", "--build-arg", $"RUNTIME_IMAGE={RuntimeImage}", "--tag", Image, Repository.Root).Succeeded();

        // The old builder keeps each step of the build stage, which is a full copy of the SDK with the plainest storage driver.
        foreach (var layer in Layer().Matches(built.Split("FROM ${RUNTIME_IMAGE}")[0]).Select(match => match.Groups["id"].Value).Reverse())
        {
            Docker("rmi", layer);
        }
    }

    [GeneratedRegex(@"^ ---> (?<id>[0-9a-f]{12})$", RegexOptions.Multiline)]
    private static partial Regex Layer();
}

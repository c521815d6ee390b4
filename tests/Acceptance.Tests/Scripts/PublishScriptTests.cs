using System.Runtime.Versioning;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Scripts;

/// <summary><c>./publish</c> with an SDK of straw: what it lets out, and what it does not.</summary>
[SupportedOSPlatform("linux")]
public sealed class PublishScriptTests : IDisposable
{
    private const string Lock = """
        { "version": 2, "dependencies": { "net10.0": {
              "Jint": {
                "type": "Direct",
                "resolved": "4.18.0",
                "contentHash": "aaaa=="
              },
              "Microsoft.DotNet.ILCompiler": {
                "type": "Direct",
                "resolved": "10.0.1",
                "contentHash": "bbbb=="
              }
        } } }
        """;

    private readonly TempFolder root = new();

    public PublishScriptTests()
    {
        root.WriteProgram("publish", File.ReadAllText(Repository.Combine("publish")));
        root.Write("LICENSE", "free\n");
        root.Write("src/Runner/packages.lock.json", Lock.Split("      \"Microsoft")[0]);
        root.Write("src/Runner/native-warnings.txt", "# words, a tab, why\nAssembly 'Jint' produced\tHarmless.\n");
        root.Write("lock.json", Lock);
        root.Write("said", "");
        Sdk("touch \"$out/gates\" \"$out/libsodium.so\"");
    }

    [Fact]
    public void TheProgramComesWithItsLibraryAndTheLicence()
    {
        root.Write("said", $"/p/jint.dll : warning IL2104: Assembly 'Jint' produced trim warnings. [{root.Path}/src/Runner/Gates.Runner.csproj]\n");
        var result = Publish("linux-x64", "made");
        result.ExitCode.ShouldBe(0, result.ToString());
        Directory.GetFiles(Path.Combine(root.Path, "made"))
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["LICENSE", "gates", "libsodium.so"]);
    }

    [Theory]
    [InlineData("two arguments are needed")]
    [InlineData("two arguments are needed", "linux-x64")]
    [InlineData("\"linux-riscv64\" is not a platform", "linux-riscv64", "made")]
    [InlineData("\"linux-x64 linux-arm64\" is not a platform", "linux-x64 linux-arm64", "made")]
    [InlineData("\"src\" is there already", "linux-x64", "src")]
    public void WrongUsageBuildsNothing(string message, params string[] arguments)
    {
        Sdk($"touch '{root.Path}/ran'");
        var result = Publish(arguments);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldStartWith($"publish: {message}\nusage: ./publish RID DIR ");
        File.Exists(Path.Combine(root.Path, "ran")).ShouldBeFalse();
        Directory.Exists(Path.Combine(root.Path, "made")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("src/Doors/A.cs(3): Trim analysis warning IL2026: Gates.A: no. [p]")]
    [InlineData("/p/other.dll : warning IL3053: Assembly 'Other' produced AOT analysis warnings. [p]")]
    public void AWarningThatNobodyExplained_IsRefused(string warning)
    {
        root.Write("said", warning + "\n");
        var result = Publish("linux-x64", "made");
        result.ExitCode.ShouldBe(3);
        result.Error.ShouldContain(warning.Split(" [")[0]);
        result.Error.ShouldEndWith("native-warnings.txt does not say why it is harmless\n");
        Directory.Exists(Path.Combine(root.Path, "made")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("\"aaaa==\"", "\"cccc==\"")]
    [InlineData("4.18.0", "4.18.1")]
    [InlineData("\"Jint\"", "\"Jimt\"")]
    public void APackageThatIsNotTheLocked_IsRefused(string from, string to)
    {
        root.Write("lock.json", Lock.Replace(from, to, StringComparison.Ordinal));
        var result = Publish("linux-x64", "made");
        (result.ExitCode, result.Error.Split('\n')[^2]).ShouldBe((3, "publish: these packages are not those of src/Runner/packages.lock.json"));
    }

    [Theory]
    [InlineData("touch \"$out/gates\"")]
    [InlineData("touch \"$out/libsodium.so\"")]
    [InlineData("exit 1")]
    public void HalfABuild_IsNone(string build)
    {
        Sdk(build);
        Publish("linux-x64", "made").ExitCode.ShouldBe(3);
        Directory.Exists(Path.Combine(root.Path, "made")).ShouldBeFalse();
    }

    [Fact]
    public void AnotherMachineTakesClang()
    {
        foreach (var tool in (string[])["bash", "dirname", "awk", "sed", "rm", "mkdir"])
        {
            File.CreateSymbolicLink(Path.Combine(root.Path, "sdk", tool), Path.Combine("/usr/bin", tool));
        }

        root.WriteProgram("sdk/uname", "#!/bin/bash\necho riscv64\n");
        var result = PublishOn($"{root.Path}/sdk", "linux-arm64", "made");
        result.ExitCode.ShouldBe(3, result.ToString());
        result.Error.ShouldStartWith("publish: linux-arm64 is another machine than this one: that takes clang, lld and its C library (");
    }

    public void Dispose() => root.Dispose();

    private void Sdk(string build) => root.WriteProgram(
        "sdk/dotnet",
        $$"""
        #!/bin/bash
        for argument; do case $argument in -p:ArtifactsPath=*) work=${argument#*=} ;; esac; done
        out=$work/out
        case $1 in
          restore) mkdir -p "$work" && cp '{{root.Path}}/lock.json' "$work/publish.lock.json" ;;
          publish) mkdir -p "$out" && cat '{{root.Path}}/said' && {{build}} ;;
          *) exit 9 ;;
        esac
        """);

    private ProgramOutput Publish(params string[] arguments) => PublishOn($"{root.Path}/sdk:{Environment.GetEnvironmentVariable("PATH")}", arguments);

    private ProgramOutput PublishOn(string path, params string[] arguments) => ExternalProgram.Run(
        Path.Combine(root.Path, "publish"),
        arguments,
        root.Path,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = path });
}

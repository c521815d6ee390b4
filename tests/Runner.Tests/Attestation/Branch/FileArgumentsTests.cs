using Gates.Attestation.Branch;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Branch;

public sealed class FileArgumentsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public FileArgumentsTests()
    {
        folder.Write("k6/run-2.json", "");
        folder.Write("k6/run-1.json", "");
        folder.Write("other.json", "");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "k6", "run-3.json"), "/etc/passwd");
    }

    [Fact]
    public void Lines_AreArguments() => Expand("k6/run-*.json\n other.json \n", "other.json").ShouldBe(["k6/run-1.json", "k6/run-2.json", "other.json"]);

    [Fact]
    public void Glob_ThatMatchesNothing_IsWrongUsage() => Should.Throw<UsageException>(() => Expand("*.sarif")).Message.ShouldBe("*.sarif: no file matches");

    [Fact]
    public void NoFileAtAll_IsWrongUsage() => Should.Throw<UsageException>(() => Expand("", "\n")).Message.ShouldBe("no file is named");

    public void Dispose() => folder.Dispose();

    private IReadOnlyList<string> Expand(params string[] given) => FileArguments.Expand(given, folder.Info);
}

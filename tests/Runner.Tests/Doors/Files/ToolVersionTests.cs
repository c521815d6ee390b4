using Gates.Doors.Files;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Files;

public sealed class ToolVersionTests
{
    [Fact]
    public void DigestOf_SeveralAssemblies_IsWhatSha256sumSaysOfTheirList()
    {
        using var folder = new TempFolder();
        folder.Write("gates.dll", "main");
        folder.Write("Gates.Pipeline.dll", "pipeline");
        folder.Write("Gates.Doors.dll", "doors");
        folder.Write("Other.dll", "other");
        var listed = ExternalProgram.Run("sh", ["-c", "sha256sum Gates.Doors.dll Gates.Pipeline.dll gates.dll | sha256sum"], folder.Path);

        ToolVersion.DigestOf(folder.Path, "none").ShouldBe(listed.Output.Split(' ')[0]);
    }

    [Fact]
    public void DigestOf_OneFile_IsItsOwn()
    {
        using var folder = new TempFolder();
        var program = folder.Write("gates", "all in one");

        ToolVersion.DigestOf(folder.Path, program).ShouldBe(Sha256Hex.Of(File.ReadAllBytes(program)));
    }
}

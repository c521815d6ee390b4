using Gates.Runner.Commands.Pin;
using Shouldly;
using Xunit;

namespace Runner.Tests.Commands.Pin;

public sealed class PinPrinterTests
{
    [Fact]
    public void TheLastLine_CountsWhatCouldNotBeResolved()
    {
        using var output = new StringWriter { NewLine = "\n" };
        PinPrinter.Print(new Pinning([], 0, 0, 2, [], [new PinNote("Dockerfile", 1, "x")]), isWritten: false, output);
        output.ToString().ShouldBe(
            "Dockerfile:1: could not be resolved: x\nNothing is pinned anew; 2 images and actions are pinned already; 1 could not be resolved.\n");
    }
}

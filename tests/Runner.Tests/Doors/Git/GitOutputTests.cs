using System.Text;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Git;

public sealed class GitOutputTests
{
    [Theory]
    [InlineData(null, "bad\u00ff.env\0")]
    [InlineData('\t', "H 100644 3f39504cafc6a6b1a3f0b7a5a3a1c3f0b7a5a3a1 0\tbad\u00ff.env\0")]
    public void A_name_that_is_not_UTF8_is_told_alone_whatever_stands_before_it(char? sign, string listing) =>
        Should.Throw<EvaluationException>(() => new GitOutput(0, Encoding.Latin1.GetBytes(listing), "").Fields(sign).ToList())
            .Message.ShouldBe("the file name \"bad\u00ff.env\" is not UTF-8; rename it, gates cannot inspect it");
}

using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Foundation.Text;

public sealed class TextNamesTests
{
    [Theory]
    [InlineData(".env")]
    [InlineData("a/.env.production")]
    [InlineData("k8s/app.yml")]
    [InlineData("Dockerfile")]
    [InlineData("build/Dockerfile.prod")]
    [InlineData("src/Main.CS")]
    [InlineData("id_rsa")]
    [InlineData(".npmrc")]
    public void IsText_NamesThatPromiseIt(string path) => TextNames.IsText(path).ShouldBeTrue();

    [Theory]
    [InlineData("logo.png")]
    [InlineData("a.env/data.bin")]
    [InlineData("tool")]
    [InlineData("x.tar.gz")]
    public void IsText_OtherNames(string path) => TextNames.IsText(path).ShouldBeFalse();

    [Fact]
    public void WhyBinary_ATextFileThatAChangeDidNotTouch_IsExpected()
    {
        var changes = new ChangeSet("1", "0", [new ChangedFile("a.env", null, Deleted: false, [])]);

        TextNames.WhyBinary("a.env", changes).ShouldBe(UnseenReasons.BinaryText);
        TextNames.WhyBinary("b.env", changes).ShouldBe(UnseenReasons.BinaryTextBefore);
        TextNames.WhyBinary("b.env", ChangeSet.None).ShouldBe(UnseenReasons.BinaryText);
        TextNames.WhyBinary("b.png", changes).ShouldBe(UnseenReasons.Binary);
    }
}

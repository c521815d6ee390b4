using Gates.Formats.Documents;
using Gates.Pipeline.Facts.Ini;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.Ini;

public sealed class IniFactsTests
{
    [Fact]
    public void Sections_HoldKeysAndTexts_EachWithItsPlace()
    {
        var root = IniFacts.Parse("top = 1\n; note\n[Service]\nUser=app\nEnvironment = A=1\nEnvironment = B=2\n[tox]\ndeps =\n  pytest\n  black\n", "a.ini");

        root.Get("top")!.Text.ShouldBe("1");
        var service = root.Get("Service")!;
        (service.Get("User")!.Text, service.Get("User")!.Line, service.Get("User")!.Column).ShouldBe(("app", 4, 6));
        service.All("Environment").Select(one => one.Text).ShouldBe(["A=1", "B=2"]);
        root.Get("tox")!.Get("deps")!.Text.ShouldBe("pytest\nblack");
    }

    [Theory]
    [InlineData("a = 1\nnothing", "a.ini:2:1: this is no section, no comment, and no `key = value`")]
    [InlineData("[open", "a.ini:1:1: a section is a name in brackets, alone on its line, such as [server]")]
    public void Ini_WhatIsMalformed_HasAPlace(string text, string message) =>
        Should.Throw<DocumentException>(() => IniFacts.Parse(text, "a.ini")).Message.ShouldBe(message);

    [Fact]
    public void Properties_AreReadAsJavaDoes()
    {
        var root = PropertiesFacts.Parse("# note\na.b=1\nlong = one, \\\n  two\n! x\nkey\\:with : va\\u00e9\nlone\na.b = 2\n", "a.properties");

        root.Entries.Select(entry => (entry.Key, entry.Node.Text, entry.Line)).ShouldBe(
            [("long", "one, two", 3), ("key:with", "va\u00e9", 6), ("lone", "", 7), ("a.b", "2", 8)]);
    }

    [Fact]
    public void Properties_AnEscapeThatIsNone_HasAPlace() =>
        Should.Throw<DocumentException>(() => PropertiesFacts.Parse("a = 1\nb = \\u12", "a.properties")).Message
            .ShouldBe("a.properties:2:1: \\u needs four hexadecimal digits");
}

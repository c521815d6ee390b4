using System.Globalization;
using Gates.Formats.Documents;
using Gates.Formats.Documents.Toml;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Documents.Toml;

/// <summary>The examples of the TOML specification, valid and invalid, and places. What 1.1 allows beyond 1.0 is read.</summary>
public sealed class TomlReaderTests
{
    [Theory]
    [InlineData("# c\nkey = \"value\" # c\n", "{key:'value'}")]
    [InlineData(
        "bare_key = 1\nbare-key = 2\n1234 = 3\n\"127.0.0.1\" = 4\n'quoted \"v\"' = 5\n\"\" = 6",
        "{bare_key:1,bare-key:2,1234:3,127.0.0.1:4,quoted \"v\":5,:6}")]
    [InlineData("physical.color = 'o'\nphysical . \"shape\" = 'r'\nsite.\"google.com\" = true", "{physical:{color:'o',shape:'r'},site:{google.com:true}}")]
    [InlineData("3.14159 = 'pi'", "{3:{14159:'pi'}}")]
    [InlineData("a = +99\nb = -17\nc = 1_000\nd = 0xDEAD_BEEF\ne = 0o755\nf = 0b1101\ng = -0", "{a:99,b:-17,c:1000,d:3735928559,e:493,f:13,g:0}")]
    [InlineData(
        "a = 3.1415\nb = 5e+22\nc = 1e06\nd = -2E-2\ne = 6.626e-34\nf = 224_617.445_991_228\ng = -0.0",
        "{a:3.1415,b:5E+22,c:1000000,d:-0.02,e:6.626E-34,f:224617.445991228,g:-0}")]
    [InlineData("a = inf\nb = -inf\nc = nan", "{a:Infinity,b:-Infinity,c:NaN}")]
    [InlineData(
        "a = 1979-05-27T07:32:00Z\nb = 1979-05-27 07:32:00.999-07:00\nc = 1979-05-27T07:32:00\nd = 1979-05-27\ne = 07:32:00.5 # x",
        "{a:'1979-05-27T07:32:00Z',b:'1979-05-27 07:32:00.999-07:00',c:'1979-05-27T07:32:00',d:'1979-05-27',e:'07:32:00.5'}")]
    [InlineData("a = \"I'm \\\"q\\\". \\u00e9\\U0001F600\\t\\\\\"", "{a:'I'm \"q\". é😀\t\\'}")]
    [InlineData("a = '<\\i\\c*\\s*>'", "{a:'<\\i\\c*\\s*>'}")]
    [InlineData("a = \"\"\"\nRoses\r\nViolets\"\"\"", "{a:'Roses\nViolets'}")]
    [InlineData("a = \"\"\"\\\n   The quick \\  \n\n  brown.\\\n  \"\"\"", "{a:'The quick brown.'}")]
    [InlineData(
        "a = \"\"\"two \"\"s and \"\"\\\"\"\"\"\nb = \"\"\"\"quoted\"\"\"\"\nc = '''that's ''two'''''",
        "{a:'two \"\"s and \"\"\"',b:'\"quoted\"',c:'that's ''two'''}")]
    [InlineData("a = [ [ 1, 2 ], [\"a\", 'b',], # c\n 0.1, { x = 1 },\n]\nb = []", "{a:[[1,2],['a','b'],0.1,{x:1}],b:[]}")]
    [InlineData("a = { first = 'T', last.b = 'P' }\nb = {}", "{a:{first:'T',last:{b:'P'}},b:{}}")]
    [InlineData("[a.b.c]\nx=1\n[ d . e ]\n[a]\ny=2\n[a.\"b\".z]", "{a:{b:{c:{x:1},z:{}},y:2},d:{e:{}}}")]
    [InlineData(
        "[fruit]\napple.color='r'\napple.taste.sweet=true\n[fruit.apple.texture]\nsmooth=true",
        "{fruit:{apple:{color:'r',taste:{sweet:true},texture:{smooth:true}}}}")]
    [InlineData("[[p]]\nname='H'\n[[p]]\n[[p]]\nname='N'\n[[p.v]]\nx=1\n[p.w]\n[[p.v]]", "{p:[{name:'H'},{},{name:'N',v:[{x:1},{}],w:{}}]}")]
    [InlineData("a = {\n  b = 1, # c\n  c.d = 2,\n}", "{a:{b:1,c:{d:2}}}")]
    [InlineData("a = { b = 1, }", "{a:{b:1}}")]
    [InlineData("a = { b = 1\n}", "{a:{b:1}}")]
    [InlineData("a = \"\\e[0m\\x41\"", "{a:'\u001B[0mA'}")]
    [InlineData("a = 17:45\nb = 1979-05-27 07:32\nc = 1979-05-27T07:32-07:00", "{a:'17:45',b:'1979-05-27 07:32',c:'1979-05-27T07:32-07:00'}")]
    [InlineData(
        "a = 1990-12-31T23:59:60Z\nb = [07:32:00.123456789, 1979-05-27 07:32:60.1234567890+01:00]",
        "{a:'1990-12-31T23:59:60Z',b:['07:32:00.123456789','1979-05-27 07:32:60.1234567890+01:00']}")]
    [InlineData(
        "a = '07:32:60.123456789' # 07:32:60\nb = 0x7FFFFFFFFFFFFFFF\nc = -9223372036854775808",
        "{a:'07:32:60.123456789',b:9223372036854775807,c:-9223372036854775808}")]
    [InlineData("a = \"\"\"x\r\n\\r\\n\"\"\"\r\nb = 1\r\n", "{a:'x\n\r\n',b:1}")]
    [InlineData("a = \"\"\"\\ \t\nx\\\ny\\  \n\\ \nz \\ \n\"\"\"", "{a:'xyz '}")]
    [InlineData("", "{}")]
    public void Valid_IsRead(string toml, string expected) => Write(TomlReader.Read(toml, "a.toml")).ShouldBe(expected);

    [Theory]
    [InlineData("key = # invalid", "1:7: not valid TOML: a value was expected here")]
    [InlineData("a = 1 b = 2", "1:7: not valid TOML: expected the end of the line")]
    [InlineData("= 1", "1:1: not valid TOML: a key was expected here: letters, digits, `-` and `_`, or text in quotes")]
    [InlineData("ü = 1", "1:1: not valid TOML: a key was expected here: letters, digits, `-` and `_`, or text in quotes")]
    [InlineData("name = 'T'\nname = 'P'", "2:1: not valid TOML: the key \"name\" stands twice in this table")]
    [InlineData("spelling = 1\n\"spelling\" = 2", "2:1: not valid TOML: the key \"spelling\" stands twice in this table")]
    [InlineData("fruit.apple = 1\nfruit.apple.smooth = true", "2:7: not valid TOML: \"apple\" is defined already and cannot be added to with a dotted key")]
    [InlineData("[fruit]\na='r'\n[fruit]\nb='g'", "3:2: not valid TOML: \"fruit\" is defined already; a table has one header")]
    [InlineData("[fruit]\napple='r'\n[fruit.apple]\nb='g'", "3:8: not valid TOML: \"apple\" is defined already; a table has one header")]
    [InlineData("[fruit]\napple.color='r'\n[fruit.apple]", "3:8: not valid TOML: \"apple\" is defined already; a table has one header")]
    [InlineData("[a.b.c]\nz=9\n[a]\nb.c.t=1", "4:1: not valid TOML: \"b\" is defined already and cannot be added to with a dotted key")]
    [InlineData(
        "[product]\ntype = { name = 'N' }\ntype.edible = false",
        "3:1: not valid TOML: \"type\" is defined already and cannot be added to with a dotted key")]
    [InlineData("a = { b = 1 }\n[a.c]", "2:2: not valid TOML: \"a\" has a value already, so it cannot be a table")]
    [InlineData("fruits = []\n[[fruits]]", "2:3: not valid TOML: \"fruits\" is defined already, and not as an array of tables")]
    [InlineData("[fruit.physical]\n[[fruit]]", "2:3: not valid TOML: \"fruit\" is defined already, and not as an array of tables")]
    [InlineData("[[fruits]]\n[[fruits.v]]\n[fruits.v]", "3:9: not valid TOML: \"v\" is defined already; a table has one header")]
    [InlineData("[[a]]\n[a]", "2:2: not valid TOML: \"a\" is defined already; a table has one header")]
    [InlineData("[]", "1:2: not valid TOML: a key was expected here: letters, digits, `-` and `_`, or text in quotes")]
    [InlineData("[a", "1:3: not valid TOML: expected `]` at the end of the header")]
    [InlineData("[[a] ]", "1:4: not valid TOML: expected `]]` at the end of the header")]
    [InlineData("a = .7", "1:5: not valid TOML: \".7\" is no value; put text in quotes")]
    [InlineData("a = 7.", "1:5: not valid TOML: \"7.\" is no value; put text in quotes")]
    [InlineData("a = 3.e+20", "1:5: not valid TOML: \"3.e+20\" is no value; put text in quotes")]
    [InlineData("a = 012", "1:5: not valid TOML: \"012\" is no value; put text in quotes")]
    [InlineData("a = 1__0", "1:5: not valid TOML: \"1__0\" is no value; put text in quotes")]
    [InlineData("a = 0xfffffffffffffffff", "1:5: not valid TOML: \"0xfffffffffffffffff\" is no value; put text in quotes")]
    [InlineData("a = 9223372036854775808", "1:5: not valid TOML: \"9223372036854775808\" is no value; put text in quotes")]
    [InlineData("a = 1e999", "1:5: not valid TOML: the number 1e999 is out of range")]
    [InlineData("a = 2026-02-30", "1:5: not valid TOML: \"2026-02-30\" is no value; put text in quotes")]
    [InlineData("a = True", "1:5: not valid TOML: \"True\" is no value; put text in quotes")]
    [InlineData("a = [1 2]", "1:8: not valid TOML: expected `,` or `]`")]
    [InlineData("a = [1,", "1:8: not valid TOML: a value was expected here")]
    [InlineData("a = [1", "1:7: not valid TOML: the array is not closed; expected `]`")]
    [InlineData("a = { , }", "1:7: not valid TOML: a key was expected here: letters, digits, `-` and `_`, or text in quotes")]
    [InlineData("a = { b = 1 c = 2 }", "1:13: not valid TOML: expected `,` or `}`")]
    [InlineData("a = { b = 1", "1:12: not valid TOML: the inline table is not closed; expected `}`")]
    [InlineData("a = { b = 1, b = 2 }", "1:14: not valid TOML: the key \"b\" stands twice in this table")]
    [InlineData("a", "1:2: not valid TOML: expected `=` after the key")]
    [InlineData("a: 1", "1:2: not valid TOML: expected `=` after the key")]
    [InlineData("a..b = 1", "1:3: not valid TOML: a key was expected here: letters, digits, `-` and `_`, or text in quotes")]
    [InlineData("a = # b # c = 1\nd = 1", "1:5: not valid TOML: a value was expected here")]
    [InlineData("a = [1,,2]", "1:8: not valid TOML: a value was expected here")]
    [InlineData("a = 1.2.3", "1:5: not valid TOML: \"1.2.3\" is no value; put text in quotes")]
    [InlineData("a = yes", "1:5: not valid TOML: \"yes\" is no value; put text in quotes")]
    [InlineData("a = 23:60:00", "1:5: not valid TOML: \"23:60:00\" is no value; put text in quotes")]
    [InlineData("a = 0xffffffffffffffff", "1:5: not valid TOML: \"0xffffffffffffffff\" is no value; put text in quotes")]
    [InlineData("a = -1e999", "1:5: not valid TOML: the number -1e999 is out of range")]
    [InlineData("a = \"b\nc\"", "1:5: not valid TOML: the text is not closed; expected `\"` on the same line")]
    [InlineData("a = '''b", "1:5: not valid TOML: the text is not closed; expected `'''`")]
    [InlineData("a = \"\\x\"", "1:6: not valid TOML: expected 2 hexadecimal digits of a character")]
    [InlineData("a = \"\\q\"", "1:6: not valid TOML: \\q is no escape; write \\\\ for a backslash, or use single quotes")]
    [InlineData("a = \"\"\"\\ b\"\"\"", "1:10: not valid TOML: only the line's end can follow a backslash and a space")]
    [InlineData("a = \"\\u12", "1:6: not valid TOML: expected 4 hexadecimal digits of a character")]
    [InlineData("a = \"\\", "1:5: not valid TOML: the text is not closed; expected `\"` on the same line")]
    [InlineData("a = \"\\uD800\"", "1:6: not valid TOML: expected 4 hexadecimal digits of a character")]
    [InlineData("a = \"\u0001\"", "1:6: not valid TOML: the control character U+0001 cannot stand here")]
    [InlineData("# \u0000", "1:3: not valid TOML: the control character U+0000 cannot stand here")]
    [InlineData("a = 1\rb = 2", "1:6: not valid TOML: the control character U+000D cannot stand here")]
    [InlineData("a = '''\r'''", "1:8: not valid TOML: the control character U+000D cannot stand here")]
    [InlineData("\uFEFFa = 1", "1:1: not valid TOML: the control character U+FEFF cannot stand here")]
    public void Invalid_IsRefusedAtItsPlace(string toml, string refusal) =>
        Should.Throw<DocumentException>(() => TomlReader.Read(toml, "a.toml")).Message.ShouldBe("a.toml:" + refusal);

    [Fact]
    public void Places_AreThoseOfTheFile()
    {
        var root = TomlReader.Read("# c\n[tool.x]\nname = \"a\"\nlist = [\n  1,\n  2 ]\n[[e]]\n", "a.toml");

        Place(root.Get("tool")!.Get("x")!).ShouldBe((2, 1));
        Place(root.Get("tool")!.Get("x")!.Get("name")!).ShouldBe((3, 8));
        Place(root.Get("tool")!.Get("x")!.Get("list")!.Items[1]).ShouldBe((6, 3));
        Place(root.Get("e")!.Items[0]).ShouldBe((7, 1));
        (root.Get("tool")!.Entries[0].Line, root.Get("tool")!.Entries[0].Column).ShouldBe((2, 7));
    }

    [Fact]
    public void Columns_CountAsInEveryOtherFormat()
    {
        var root = TomlReader.Read("# 😀\r\n\"😀\".b = [ '😀', 1 ] # 😀\r\nc = \"\"\"\r\n😀\"\"\"\r\nd = 1", "a.toml");

        var list = root.Get("😀")!.Get("b")!;
        Place(list).ShouldBe((2, 10));
        Place(list.Items[1]).ShouldBe((2, 18));
        (root.Get("c")!.Line, root.Get("c")!.EndLine).ShouldBe((3, 4));
        Place(root.Get("d")!).ShouldBe((5, 5));
    }

    [Fact]
    public void Hostile_NestingAndSize_AreRefused()
    {
        Refusal("a = " + new string('[', 100_000)).ShouldContain("nested deeper than 100 levels");
        Refusal("a = " + string.Concat(Enumerable.Repeat("{ a = ", 100_000))).ShouldContain("nested deeper than 100 levels");
        Refusal(string.Join('.', Enumerable.Repeat("a", 100_000)) + " = 1").ShouldContain("nested deeper than 100 levels");
        Refusal($"[{string.Join('.', Enumerable.Repeat("a", 90))}]\n{string.Join('.', Enumerable.Repeat("a", 90))} = 1").ShouldContain("nested deeper than 100 levels");
        Refusal($"a = [{string.Concat(Enumerable.Repeat("1,", 500_001))}]").ShouldContain("more than 500,000 values");
    }

    /// <summary>
    /// Most of these alone cost Tomlyn one to ten gigabytes, for it keeps every mistake and every line; the zeros cost it a quarter of a minute.
    /// </summary>
    [Theory]
    [InlineData("a = ", "[", 9_900_000, "1:104: not valid TOML: nested deeper than 100 levels")]
    [InlineData("", "a.", 4_900_000, "1:200: not valid TOML: nested deeper than 100 levels")]
    [InlineData("[", "''.", 3_000_000, "1:301: not valid TOML: nested deeper than 100 levels")]
    [InlineData("", "=", 9_900_000, "1:1: not valid TOML: a key was expected here: letters, digits, `-` and `_`, or text in quotes")]
    [InlineData("a = \"", "\\q", 4_900_000, "1:6: not valid TOML: \\q is no escape; write \\\\ for a backslash, or use single quotes")]
    [InlineData("a = 1", "_", 9_900_000, "1:5: not valid TOML: more than 1,000 characters without quotes")]
    [InlineData("a = ", "0", 9_900_000, "1:5: not valid TOML: more than 1,000 characters without quotes")]
    [InlineData("a = '''", "\0", 9_900_000, "1:8: not valid TOML: the control character U+0000 cannot stand here")]
    [InlineData("", "\n", 9_900_000, "1:1: not valid TOML: more than 1,000,000 lines")]
    [InlineData("", "[a.b.c.d.e.f.g.h.i.j.k.l.m]\n", 300_000, "83334:11: not valid TOML: more than 1,000,000 dots outside quotes")]
    [InlineData("", "[[a]]\n", 500_001, "500001:1: not valid TOML: more than 500,000 values")]
    [InlineData("a = [", "{},", 600_000, "1:1500003: not valid TOML: more than 500,000 values")]
    public void Hostile_WhatCostsTheParserTooMuch_IsRefusedBefore(string start, string repeated, int count, string refusal)
    {
        var toml = start + string.Concat(Enumerable.Repeat(repeated, count));
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        Refusal(toml).ShouldBe("a.toml:" + refusal);
        (GC.GetAllocatedBytesForCurrentThread() - allocated).ShouldBeLessThan(2_000_000_000);
    }

    private static string Refusal(string toml) => Should.Throw<DocumentException>(() => TomlReader.Read(toml, "a.toml")).Message;

    private static (int Line, int Column) Place(DocumentNode node) => (node.Line, node.Column);

    private static string Write(DocumentNode node) => node.Kind switch
    {
        NodeKind.Map => "{" + string.Join(',', node.Entries.Select(entry => entry.Key + ":" + Write(entry.Node))) + "}",
        NodeKind.Sequence => "[" + string.Join(',', node.Items.Select(Write)) + "]",
        _ =>
            node.Value switch
            {
                string text => $"'{text}'",
                bool value => value ? "true" : "false",
                var value => Convert.ToString(value, CultureInfo.InvariantCulture)!
            },
    };
}

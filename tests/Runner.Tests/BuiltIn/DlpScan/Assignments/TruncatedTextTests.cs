using System.Text;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan.Assignments;

/// <summary>A text may end anywhere: no reader looks behind its end.</summary>
public sealed class TruncatedTextTests
{
    private const string Text = "pwd \tpassword  passwd\tsecret : str = x, api_key = ('a', \"b\") token is `c`; {\"key\": \"password\", \"value\": \"d\"} "
        + "<password>e</password> <add key='Password' value='f'/> setPassword(\"g\") --password h -e PASSWORD=i curl -u j:k mysql -pl "
        + "Server=m;Pwd=n; ${PASS:-o} $pass = q{p}; password[] *secret &token pass := \"q\" passwort | r 密码：s password\\\"=t senha ";

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.py")]
    [InlineData("a.java")]
    [InlineData("a.js")]
    [InlineData("a.json")]
    [InlineData("a.yml")]
    [InlineData(".env")]
    [InlineData("a.xml")]
    [InlineData("a.sh")]
    [InlineData("Dockerfile")]
    [InlineData("a.ini")]
    [InlineData("a.md")]
    [InlineData("a.csv")]
    [InlineData("a.sql")]
    public void Every_part_of_a_text_is_scanned_to_its_end(string path)
    {
        var text = Encoding.UTF8.GetBytes(Text);
        for (var start = 0; start < text.Length; start += 7)
        {
            for (var end = start; end <= text.Length; end++)
            {
                Scanning.Scan(text[start..end], path).Unseen.ShouldBeNull();
            }
        }
    }
}

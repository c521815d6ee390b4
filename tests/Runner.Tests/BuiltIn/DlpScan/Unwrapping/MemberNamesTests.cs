using System.Text;
using Gates.BuiltIn.DlpScan.Values;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan.Unwrapping;

/// <summary>Whoever made an archive chose the names in it.</summary>
public sealed class MemberNamesTests
{
    private static readonly byte[] Env = Encoding.UTF8.GetBytes("# settings\nTOKEN=" + Scanning.Token + "\n");

    [Theory]
    [InlineData("../../etc/passwd", "../../etc/passwd")]
    [InlineData("/etc/shadow", "/etc/shadow")]
    [InlineData("C:\\x\\y.env", "C:/x/y.env")]
    [InlineData("a\u001b[31m\u202eb\n.env", "a\\u001b[31m\\u202eb\\u000a.env")]
    public void A_members_name_is_shown_so_that_it_does_no_harm(string name, string shown)
    {
        Scanning.Scan(Archives.Zip([(name, Env)]), "a.zip").Hits.ShouldHaveSingleItem().Member.ShouldBe(shown);
        Scanning.Scan(Archives.Tar((name, Env)), "a.tar").Hits.ShouldHaveSingleItem().Member.ShouldBe(shown);
    }

    [Fact]
    public void A_name_without_end_is_cut()
    {
        var name = string.Concat(Enumerable.Repeat("folder/", 9_000)) + "a.env";

        foreach (var content in (byte[][])[Archives.Zip([(name, Env)]), Archives.Tar((name, Env))])
        {
            Scanning.Scan(content, "a.bin").Hits.ShouldHaveSingleItem().Member!.Length.ShouldBe(201);
        }
    }

    [Fact]
    public void A_name_that_is_a_secret_is_found_and_not_shown()
    {
        var hits = Scanning.Scan(Archives.Zip((Scanning.Token, "pass" + "word = \"vT7#kq2Lw9zR4mXp\"")), "a.zip").Hits;

        hits.Select(hit => (hit.Rule.Category, hit.Member, hit.Inside)).ShouldBe(
            [(RuleCategories.ProviderSecret, "member 1", "its name"), (RuleCategories.GenericSecret, "member 1", null)]);
    }
}

using System.Text.RegularExpressions;
using Gates.Pipeline.Recognition;
using Gates.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline.Recognition;

public sealed class StoredFormsTests
{
    private static readonly RepositorySalt Salt = RepositorySalt.New(bytes => bytes.Fill(7));

    /// <summary>A thousand pairs that differ in one thing: the exact keys always differ, and so do the keyed forms.</summary>
    [Fact]
    public void Key_DifferentExactValues_NeverCountAsTheSame()
    {
        var random = new Random(20261129);
        for (var i = 0; i < 1_000; i++)
        {
            var (value, other) = (Value(random), Value(random));
            foreach (var (one, two) in Pairs(value, other == value ? other + "x" : other))
            {
                one.Key.ShouldNotBe(two.Key, $"{one.Finding} {two.Finding}");
                one.Fingerprint.ShouldNotBe(two.Fingerprint);
                Recogniser.Compare(two, KnownFindings.From([one])).AtBase.ShouldBeFalse();
                Recogniser.Compare(one, KnownFindings.From([one])).AtBase.ShouldBeTrue();
            }
        }
    }

    /// <summary>Whoever has a report, a baseline or a statement but not the salt can try any value: nothing that he reads depends on it.</summary>
    [Fact]
    public void Forms_OfDistinctSecrets_DoNotSayWhichWithoutTheSalt()
    {
        var random = new Random(4711);
        for (var i = 0; i < 1_000; i++)
        {
            var (secret, other) = (Value(random), Value(random));
            foreach (var style in new[] { "lines", "value", "message" })
            {
                var (one, two) = (Recognise(Find(secret, style), Line(secret)), Recognise(Find(other, style), Line(other)));
                one.Masked.ShouldBe(two.Masked);
                Recognise(Find(secret, style), Line(secret), withSalt: false).Fingerprint.ShouldBe(one.Masked);
                one.Fingerprint.ShouldNotBe(
                    Recognise(Find(secret, style), Line(secret), RepositorySalt.New(bytes => bytes.Fill(8))).Fingerprint,
                    "the salt decides");
            }
        }
    }

    [Fact]
    public void Fingerprint_HasItsForm()
    {
        var finding = new Finding("email", Severity.Warning, "m", new Location("a.txt", 1));
        var tree = new MemoryTree(("a.txt", "x"));

        new Recogniser("g", Salt, _ => false).Recognise([finding], [], tree, path => path)[0].Fingerprint.Text.ShouldMatch("^v2:[0-9a-f]{16}$");
        new Recogniser("g", Salt, rule => rule == "email").Recognise([finding], [], tree, path => path)[0].Fingerprint.Text.ShouldMatch("^v2:[0-9a-f]{4}$");
        new Recogniser("g", null, _ => true).Recognise([finding], [], tree, path => path)[0].Fingerprint.Text.ShouldMatch("^v2m:[0-9a-f]{16}$");
    }

    [Theory]
    [InlineData("v2:0123456789abcdef", true, false)]
    [InlineData("v2:01ab", true, true)]
    [InlineData("v2m:0123456789abcdef", true, true)]
    [InlineData("v1:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", true, true)]
    [InlineData("v2:0123", true, true)]
    [InlineData("v2:01234", false, false)]
    [InlineData("v2:0123456789ABCDEF", false, false)]
    [InlineData("v2:0123456789abcdef\n", false, false)]
    [InlineData("v2m:0123", false, false)]
    public void IsValid_KnowsEveryForm(string text, bool valid, bool weak)
    {
        Fingerprint.IsValid(text).ShouldBe(valid);
        Regex.IsMatch(text.TrimEnd('\n'), Fingerprint.Pattern).ShouldBe(valid || text.EndsWith('\n'));
        (valid && new Fingerprint(text).IsWeak).ShouldBe(weak);
    }

    [Fact]
    public void Beginning_IsTwelveDigits()
    {
        new Fingerprint("v2:0123456789abcdef").Beginning.ShouldBe("v2:0123456789ab");
        new Fingerprint("v2m:0123456789abcdef").Beginning.ShouldBe("v2m:0123456789ab");
        new Fingerprint("v2:0123").Beginning.ShouldBe("v2:0123");
    }

    private static IEnumerable<(RecognisedFinding One, RecognisedFinding Two)> Pairs(string value, string other)
    {
        foreach (var style in new[] { "lines", "value", "named", "several", "message" })
        {
            yield return (Recognise(Find(value, style), Line(value)), Recognise(Find(other, style), Line(other)));
        }

        yield return (Recognise(Find(value, "lines"), Line(value)), Recognise(Find(value, "lines") with { Rule = "other" }, Line(value)));
        yield return (Recognise(Find(value, "lines"), Line(value)), Recognise(Find(value, "named"), Line(value)));
    }

    private static string Line(string value) => $"key = {value}\nnext {value}\n";

    private static Finding Find(string value, string style) => style switch
    {
        "value" => new Finding("r", Severity.Error, "m", new Location("a.txt", 1, Column: 7, EndColumn: 7 + value.Length), Identity: "secret"),
        "named" => new Finding("r", Severity.Error, "m", new Location("a.txt", 1), Identity: "image"),
        "several" => new Finding("r", Severity.Error, "m", new Location("a.txt", 2, 2)),
        "message" => new Finding("r", Severity.Error, $"found {value}", new Location("a.txt")),
        _ => new Finding("r", Severity.Error, "m", new Location("a.txt", 1)),
    };

    private static RecognisedFinding Recognise(Finding finding, string text, RepositorySalt? salt = null, bool withSalt = true) =>
        new Recogniser("g", withSalt ? salt ?? Salt : null, _ => false).Recognise([finding], [], new MemoryTree(("a.txt", text)), path => path)[0];

    /// <summary>One word, as short as a PIN or as long as a token.</summary>
    private static string Value(Random random)
    {
        const string Alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/_=.-!$é";
        return string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
    }
}

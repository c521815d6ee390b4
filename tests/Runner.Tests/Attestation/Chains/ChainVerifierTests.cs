using System.Globalization;
using System.Text;
using Gates.Attestation;
using Gates.Attestation.Chains;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Chains;

public sealed class ChainVerifierTests
{
    private static readonly string Zeros = new('0', 64);

    [Theory]
    [InlineData("bytes")]
    [InlineData("line")]
    [InlineData("rfc8785")]
    public void AChain_IsIntact_InEachOfItsForms(string form)
    {
        var report = Verify(Chain(4, form));
        report.Faults.ShouldBeEmpty();
        report.Form.Name.ShouldBe(form);
        report.LastDigest.ShouldBe(DigestOf(Chain(4, form)[3], form));
    }

    [Fact]
    public void Forms_AreNotMixed()
    {
        var mixed = Chain(2, "bytes");
        mixed.Add(Record(2, DigestOf(mixed[1], "rfc8785")));
        Verify(mixed).Faults.ShouldHaveSingleItem().ToString().ShouldBe(
            $"c.jsonl:3: previous_hash: expected {Sha256Hex.Of(mixed[1])}, found {DigestOf(mixed[1], "rfc8785")}: "
                + "it continues c.jsonl:2: records were moved, added or doubled");
    }

    [Fact]
    public void AnEditedRecord_IsNamedByTheNext()
    {
        var lines = Chain(4, "bytes");
        var found = Sha256Hex.Of(lines[1]);
        lines[1] = lines[1].Replace("\"n\":1", "\"n\":9", StringComparison.Ordinal);
        Verify(lines).Faults.ShouldHaveSingleItem().ToString().ShouldBe(
            $"c.jsonl:3: previous_hash: expected {Sha256Hex.Of(lines[1])}, found {found}: c.jsonl:2 was changed, or a record between them is missing");
    }

    [Fact]
    public void ReorderedRecords_AreNamed()
    {
        var lines = Chain(4, "bytes");
        (lines[1], lines[2]) = (lines[2], lines[1]);
        Verify(lines).Faults.Select(fault => fault.Place).ShouldBe(["c.jsonl:2", "c.jsonl:3", "c.jsonl:4"]);
        Verify(lines).Faults[0].Why.ShouldBe("it continues c.jsonl:3: records were moved, added or doubled");
    }

    [Fact]
    public void ACutOutRecord_IsMissed()
    {
        var lines = Chain(4, "bytes");
        lines.RemoveAt(1);
        Verify(lines).Faults.ShouldHaveSingleItem().Why.ShouldBe("c.jsonl:1 was changed, or a record between them is missing");
    }

    [Fact]
    public void WhatIsCutOffAtTheEnd_IsMissed_WhereTheLastDigestIsKnown()
    {
        var lines = Chain(4, "bytes");
        var last = Sha256Hex.Of(lines[3]);
        ChainVerifier.Verify(Read(lines), last: last).Faults.ShouldBeEmpty();
        lines.RemoveAt(3);
        Verify(lines).Faults.ShouldBeEmpty();
        ChainVerifier.Verify(Read(lines), last: last).Faults.ShouldHaveSingleItem().ToString().ShouldBe(
            $"c.jsonl:3: previous_hash: expected {last}, found {Sha256Hex.Of(lines[2])}: "
                + "the last record is not the one of --last: what came after it is cut off, or it was changed");
    }

    [Fact]
    public void ARecordThatStandsTwice_IsNamed()
    {
        var lines = Chain(3, "bytes");
        lines.Insert(2, lines[1]);
        Verify(lines).Faults[0].ToString().ShouldEndWith(": it is c.jsonl:2 once more");
    }

    [Fact]
    public void AFirstRecord_ContinuesNothing_OrWhatIsSaid()
    {
        var lines = Chain(4, "bytes");
        var before = Sha256Hex.Of(lines[0]);
        lines.RemoveAt(0);
        Verify(lines).Faults.ShouldHaveSingleItem().ToString().ShouldBe(
            $"c.jsonl:1: previous_hash: expected {Zeros}, found {before}: the first record: it continues one that is not here (--after says which)");
        ChainVerifier.Verify(Read(lines), after: before).Faults.ShouldBeEmpty();
        ChainVerifier.Verify(Read(lines), after: Zeros).Faults.ShouldNotBeEmpty();
        ChainVerifier.Verify(Read(lines), isPart: true).Faults.ShouldBeEmpty();
        Verify([Record(0, "")]).Faults.ShouldBeEmpty();
        Verify([Record(0, "SHA256:".ToLowerInvariant() + Zeros)]).Faults.ShouldBeEmpty();
    }

    [Fact]
    public void ARecordAFile_StandsInTheOrderOfTimes()
    {
        var lines = Chain(12, "bytes");
        var files = lines.Select((line, index) => ($"audit/e{index}.json", Encoding.UTF8.GetBytes(line))).Reverse();
        ChainVerifier.Verify([.. ChainFiles.Read(files).SelectMany(file => file.Records)]).Faults.ShouldBeEmpty();
        var list = Encoding.UTF8.GetBytes($"[{string.Join(",\n ", lines)}]");
        ChainVerifier.Verify(ChainFiles.Read([("all.json", list)])[0].Records).Faults.ShouldBeEmpty();
    }

    [Fact]
    public void ALongBrokenChain_EndsSoon()
    {
        var lines = Enumerable.Range(0, 20_000).Select(index => Record(index, Zeros)).ToList();
        Verify(lines).Faults.Count.ShouldBe(20);
    }

    [Theory]
    [InlineData(
        """{"timestamp":"2025-09-24T10:00:00Z","type":"a","previous_hash":"abc123...","evidence":{}}""",
        "c.jsonl:1: previous_hash: is no SHA-256: 64 digits of hex are wanted")]
    [InlineData("""{"timestamp":"yesterday","type":"a","previous_hash":null,"evidence":{}}""", "c.jsonl:1: timestamp: is no time such as 2025-09-24T10:00:00Z")]
    [InlineData("""{"timestamp":"2025-09-24T10:00:00Z","type":"","previous_hash":null,"evidence":{}}""", "c.jsonl:1: type: 1 to 200 characters are wanted")]
    [InlineData("""{"timestamp":"2025-09-24T10:00:00Z","type":"a","previous_hash":null,"evidence":[]}""", "c.jsonl:1: evidence is not an object")]
    [InlineData(
        """{"timestamp":"2025-09-24T10:00:00Z","type":"a","evidence":{}}""",
        "c.jsonl:1: previous_hash: is missing; the first record has 64 zeros, an empty text or null")]
    [InlineData(
        """{"timestamp":"2025-09-24T10:00:00Z","type":"a","previous_hash":null,"evidence":{},"x":1}""",
        "c.jsonl:1: x: a record has timestamp, type, previous_hash, evidence, and nothing else")]
    [InlineData("""{"type":"a","type":"b"}""", "c.jsonl:1: not acceptable JSON")]
    [InlineData("", "c.jsonl: holds no record")]
    public void WhatIsNoRecord_IsNamedByItsLine(string line, string expected) =>
        Should.Throw<EvidenceFormatException>(() => Read([line])).Message.ShouldStartWith(expected);

    [Fact]
    public void AFileLargerThanAnyChain_IsNotRead() =>
        Should.Throw<EvidenceFormatException>(() => ChainFiles.Read([("c.jsonl", new byte[(64 << 20) + 1])])).Message
            .ShouldContain("more than the 67108864 that one file of a chain may have");

    private static ChainReport Verify(IReadOnlyList<string> lines) => ChainVerifier.Verify(Read(lines));

    private static IReadOnlyList<ChainRecord> Read(IReadOnlyList<string> lines) =>
        ChainFiles.Read([("c.jsonl", Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"))])[0].Records;

    private static List<string> Chain(int count, string form)
    {
        var lines = new List<string> { Record(0, Zeros) };
        for (var index = 1; index < count; index++)
        {
            lines.Add(Record(index, DigestOf(lines[^1], form)));
        }

        return lines;
    }

    private static string Record(int index, string previous)
    {
        var time = FormattableString.Invariant($"2025-09-24T10:{index / 60 % 60:00}:{index % 60:00}Z");
        return $$$"""{"timestamp": "{{{time}}}", "type":"secret-rotation", "previous_hash":"{{{previous}}}", "evidence":{"n":{{{Number(index)}}}}}""";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string DigestOf(string line, string form) =>
        ChainForm.All.Single(one => one.Name == form).Digest(new ChainRecord("", Encoding.UTF8.GetBytes(line), default, "", null));
}

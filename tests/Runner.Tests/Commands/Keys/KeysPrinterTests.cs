using Gates.Attestation.Cryptography;
using Gates.Attestation.Keys;
using Gates.Runner.Commands.Keys;
using Shouldly;
using Xunit;

namespace Runner.Tests.Commands.Keys;

public sealed class KeysPrinterTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly KeyringEntry Entry = new(Ed25519PrivateKey.From(new byte[32]).PublicKey, KeyUse.Evidence, Start, Start.AddDays(365));
    private static readonly string Id = Entry.Key.KeyId;

    [Fact]
    public void Made_SaysWhatToDoNext() =>
        Print(output => KeysPrinter.Made([new NewKey(Entry, $".gates/keys/{Entry.Stem}.key.pem")], Keyring.Path, output)).ShouldBe($"""
        wrote .github/gates-keyring.json and .github/gates-keys/, and 1 private key:
          evidence  {Id}  until 2027-01-01  .gates/keys/{Entry.Stem}.key.pem
        Next:
          1. Put each private file into the secret of its use, in an environment that only protected branches and tags may use: GATES_EVIDENCE_KEY; for example `gh secret set GATES_EVIDENCE_KEY --env release < .gates/keys/{Entry.Stem}.key.pem`.
          2. Commit .github/gates-keyring.json and .github/gates-keys/ to the default branch: verifiers take their trust from there.
          3. Delete the private files: `shred -u .gates/keys/{Entry.Stem}.key.pem`.

        """);

    [Theory]
    [InlineData(-1, "counts from 2026-01-01 until 2027-01-01", "No evidence key counts now: run")]
    [InlineData(10, "valid until 2027-01-01", null)]
    [InlineData(335, "valid until 2027-01-01, ends in 30 days", "The last evidence key ends on 2027-01-01, in 30 days: run")]
    [InlineData(364, "valid until 2027-01-01, ends in 1 day", "The last evidence key ends on 2027-01-01, in 1 day: run")]
    [InlineData(
        365,
        "ended on 2027-01-01; what it signed from 2026-01-01 on still counts",
        "No evidence key counts now: run `gates keys new --use evidence`, commit the keyring, and put the new key where GATES_EVIDENCE_KEY is.")]
    public void List_SaysTheStateAndWhatNeedsDoing(int day, string state, string? note)
    {
        var lines = Print(output => KeysPrinter.List(new Keyring([Entry]), Start.AddDays(day), output)).Split('\n');
        lines[0].ShouldBe($"evidence  {Id}  {state}");
        lines[1].ShouldStartWith(note is null ? "" : $"Note: {note}");
    }

    [Fact]
    public void List_RevokedKey_SaysWhyWithoutBelievingTheText()
    {
        var revoked = Entry with { Revoked = new KeyRevocation(Start.AddDays(3), "lost\n::error::x") };
        Print(output => KeysPrinter.List(
            new Keyring([revoked]),
            Start.AddDays(5),
            output)).Split('\n')[0].ShouldBe($"evidence  {Id}  revoked since 2026-01-04T00:00:00Z: lost ::error::x");
    }

    private static string Print(Action<TextWriter> print)
    {
        using var output = new StringWriter { NewLine = "\n" };
        print(output);
        return output.ToString();
    }
}

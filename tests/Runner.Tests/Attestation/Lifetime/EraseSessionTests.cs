using System.Buffers.Text;
using System.Text;
using Gates.Attestation.Lifetime;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Lifetime;

/// <summary>Erasure with real git behind HTTP: what shows a person goes, and everything that was signed stays whole.</summary>
public sealed class EraseSessionTests : IDisposable
{
    private readonly LifetimeBed bed = new();

    [Fact]
    public async Task Person_Erased_IsInNothingThatTheRemoteLeadsTo()
    {
        await bed.PublishAsync();
        Opened().ShouldContain(LifetimeBed.Person);
        (await bed.EraseAsync(bed.Erase())).ShouldBe(ExitCode.Holds);

        var opened = Opened();
        opened.ShouldNotContain(LifetimeBed.Person);
        opened.ShouldContain(LifetimeBed.Other);
        opened.ShouldContain("\"the dpo\"");
        bed.Git("rev-list", "--count", DisclosureRef.Name).ShouldBe("1");
        bed.Output.ToString().ShouldNotContain(LifetimeBed.Person, Case.Insensitive);
        var report = await bed.VerifyAsync(2026);
        report.Problems.ShouldBeEmpty();
        report.Notes.ShouldContain("erased: personal fields of 1 entry and 0 files, as 1 tombstone says; what is signed holds without them");
        Directory.Exists(Path.Combine(bed.Clone.FullName, ".git", $"gates-disclosures-{Environment.ProcessId}")).ShouldBeFalse();
    }

    [Fact]
    public async Task Person_ErasedTwice_ChangesNothingMore()
    {
        await bed.PublishAsync();
        await bed.EraseAsync(bed.Erase());
        var refs = bed.Git("for-each-ref");
        (await bed.EraseAsync(bed.Erase())).ShouldBe(ExitCode.Holds);
        bed.Git("for-each-ref").ShouldBe(refs);
        bed.Output.ToString().ShouldEndWith("There is nothing to erase.\n");
    }

    [Fact]
    public async Task Person_ErasedByTwoAtOnce_HasOneTombstone()
    {
        await bed.PublishAsync();
        var clones = new[] { bed.NewClone(), bed.NewClone() };
        await Task.WhenAll(clones.Select(clone => Task.Run(() => bed.EraseAsync(bed.Erase(clone)))));
        Tombstones().ShouldBe(1);
        Opened().ShouldNotContain(LifetimeBed.Person);
        (await bed.VerifyAsync(2026)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Erasure_InterruptedBetweenTombstoneAndRef_IsFinishedByTheNext()
    {
        await bed.PublishAsync();
        var hook = Path.Combine(bed.Remote, "hooks", "update");
        await File.WriteAllTextAsync(hook, "#!/bin/sh\n[ \"$1\" != refs/gates/disclosures ]\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await Should.ThrowAsync<EvaluationException>(() => bed.EraseAsync(bed.Erase()));
        Opened().ShouldContain(LifetimeBed.Person);
        (await bed.VerifyAsync(2026)).Problems.ShouldBeEmpty();

        File.Delete(hook);
        (await bed.EraseAsync(bed.Erase())).ShouldBe(ExitCode.Holds);
        Tombstones().ShouldBe(1);
        Opened().ShouldNotContain(LifetimeBed.Person);
    }

    [Fact]
    public async Task File_Erased_IsInNoCommitAndStaysProven()
    {
        var file = await bed.PublishAsync();
        bed.Reachable().ShouldContain(LifetimeBed.Secret);
        (await bed.EraseAsync(bed.Erase(null, file))).ShouldBe(ExitCode.Holds);
        bed.Reachable().ShouldNotContain(LifetimeBed.Secret);
        var report = await bed.VerifyAsync(2026);
        report.Problems.ShouldBeEmpty();
        report.Notes.ShouldContain(note => note.StartsWith($"{file}: erased at 2026-11-22T", StringComparison.Ordinal)
            && note.EndsWith("; entry 2 of example.com/acme/app/2026 keeps its SHA-256", StringComparison.Ordinal));
        await bed.PublishAsync(salt: "more");
        (await bed.VerifyAsync(2026)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task File_ErasedWithHistoryKept_IsGoneFromTheTipOnly()
    {
        var file = await bed.PublishAsync();
        await bed.EraseAsync(bed.Erase(null, file) with { KeepsHistory = true });
        bed.Git("ls-tree", "-r", "--name-only", "gates-evidence/2026").ShouldNotContain(file);
        bed.Reachable().ShouldContain(LifetimeBed.Secret);
        bed.Output.ToString().ShouldContain("older commits of the branch still hold the files");
    }

    [Fact]
    public async Task File_ErasedInALaterYear_IsExcusedByThatYearsLogOnly()
    {
        bed.SetYear(2025);
        var file = await bed.PublishAsync();
        bed.SetYear(2026);
        await bed.PublishAsync(salt: "2026");
        await bed.EraseAsync(bed.Erase(null, file));
        (await bed.VerifyAsync(2025)).Problems.ShouldBeEmpty();
        (await bed.VerifyAsync(2026)).Problems.ShouldBeEmpty();
        (await bed.VerifyAsync(2025, "gates-evidence/2026")).Problems.ShouldHaveSingleItem().Message.ShouldStartWith($"{file}: missing; log/2025/");
    }

    [Theory]
    [InlineData(".json")]
    [InlineData(".sigstore.json")]
    public async Task Statement_ToErase_IsRefused(string ending)
    {
        await bed.PublishAsync();
        var decision = Files().First(path => path.Contains("-_vsa-", StringComparison.Ordinal));
        var error = await Should.ThrowAsync<UsageException>(() => bed.EraseAsync(bed.Erase(null, decision.Replace(".json", ending, StringComparison.Ordinal))));
        error.Message.ShouldContain("a statement, a decision, a manifest or the keyring never");
    }

    [Fact]
    public async Task Request_ThatNamesThePersonOrNobody_IsRefused()
    {
        await bed.PublishAsync();
        (await Should.ThrowAsync<UsageException>(() => bed.EraseAsync(bed.Erase() with { LegalBasis = "octo-person asked, Art. 17" })))
            .Message.ShouldStartWith("--basis names the person");
        (await Should.ThrowAsync<UsageException>(() => bed.EraseAsync(bed.Erase() with { Person = PersonValues.Nobody })))
            .Message.ShouldStartWith("nobody and nothing");
        (await Should.ThrowAsync<UsageException>(() => bed.EraseAsync(bed.Erase() with { By = null }))).Message.ShouldStartWith("nobody says who asked");
    }

    [Fact]
    public async Task DryRun_ShowsAndChangesNothing()
    {
        await bed.PublishAsync();
        var refs = bed.Git("for-each-ref");
        (await bed.EraseAsync(bed.Erase() with { IsDryRun = true, By = null })).ShouldBe(ExitCode.Holds);
        bed.Git("for-each-ref").ShouldBe(refs);
        bed.Output.ToString().ShouldContain("would go  1 opening of \"actor\" of 2026\nstays  entry 0 of gates-evidence/2026, ");
    }

    [Fact]
    public async Task Person_UnderALegalHold_StaysUntilItsRelease()
    {
        await bed.PublishAsync();
        await new HoldSession(bed.Tools).PlaceAsync(bed.Retention(), [2026], CancellationToken.None);
        (await bed.EraseAsync(bed.Erase())).ShouldBe(ExitCode.Fails);
        Opened().ShouldContain(LifetimeBed.Person);
    }

    /// <summary>Whatever people are called, no object, no file and no line of output has it afterwards.</summary>
    [Fact]
    public async Task Values_OfAnyForm_AreWrittenNowhere()
    {
        string[] names = ["o'Neil+\"x\"@example.com", "Zoë Müller", "王小明", "a/b\\c", "-dash"];
        foreach (var (name, number) in names.Select((name, number) => (name, number)))
        {
            await bed.PublishAsync(salt: $"{number}");
            await KeepAsync(name);
            (await bed.EraseAsync(bed.Erase() with { Person = PersonValues.Read(name, "the test") })).ShouldBe(ExitCode.Holds);
            Opened().ShouldNotContain(name.Replace("\"", "\\\"", StringComparison.Ordinal));
            bed.Reachable().ShouldNotContain(name);
            bed.Output.ToString().ShouldNotContain(name);
        }
    }

    public void Dispose() => bed.Dispose();

    private async Task KeepAsync(string name)
    {
        var commitments = LifetimeTools.NewCommitments();
        commitments.To("login", name);
        using var disclosures = await bed.Tools.DisclosuresAsync(bed.Request(), CancellationToken.None);
        await disclosures.UpdateAsync(now => now.With(2026, LifetimeTools.OpeningsOf(commitments, PersonValues.Nobody)), CancellationToken.None);
    }

    private string[] Files() => bed.Git("ls-tree", "-r", "--name-only", "gates-evidence/2026").Split('\n');

    private int Tombstones() => Files().Count(path => path.Contains("-tombstone-", StringComparison.Ordinal));

    /// <summary>All that is reachable, with the openings decoded.</summary>
    private string Opened()
    {
        var text = bed.Reachable();
        var decoded = text.Split('"').Where(part => part.StartsWith("Wy", StringComparison.Ordinal) && Base64Url.IsValid(part))
            .Select(part => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part)));
        return text + string.Join('\n', decoded);
    }
}

using System.Text.Json;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Gates.Formats.Settings;

namespace Gates.Attestation.Auditing.Outputs;

/// <summary>The audit for programs. The signed statement holds the very same facts as its predicate.</summary>
internal sealed class AuditJson(ReleaseAudit audit, Utf8JsonWriter json)
{
    /// <summary>The same audit has the same bytes.</summary>
    public static byte[] Of(ReleaseAudit audit)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SettingJson.Readable))
        {
            new AuditJson(audit, json).Write();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>The statement about the report's files.</summary>
    public static Statement Statement(ReleaseAudit audit, IReadOnlyList<Subject> files) =>
        new(files, StatementKinds.Audit, EvidenceJson.ParseElement(CanonicalJson.Of(json => new AuditJson(audit, json).Write()), "the audit"));

    private void Write()
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("type", StatementKinds.Audit);
        json.WriteString("quarter", audit.Quarter.ToString());
        json.WriteString("from", EvidenceTime.Write(audit.Quarter.From));
        json.WriteString("to", EvidenceTime.Write(audit.Quarter.To));
        json.WriteString("time", EvidenceTime.Write(audit.Created));
        json.WriteBoolean("preliminary", audit.IsPreliminary);
        json.WriteString("repository", audit.Repository);
        json.WriteString("outcome", audit.Outcome);
        json.WriteString("meaning", ReleaseAudit.Meaning);
        WriteSummary();
        Texts("failures", audit.Failures);
        Texts("unknown", audit.Unknown);
        Texts("notes", audit.Notes);
        WriteSeed();
        Array("population", audit.Draw, WriteRelease);
        Texts("withoutEvidence", audit.WithoutEvidence.Select(release => release.Tag.Name));
        Texts("beforeAdoption", audit.BeforeAdoption.Select(release => release.Tag.Name));
        Texts("againstDecision", audit.AgainstDecision.Select(release => release.Tag.Name));
        Array("leftOut", audit.Population.LeftOut, one => Texts(("tag", one.Tag.Name), ("commit", one.Tag.Commit), ("reason", one.Reason)));
        Array("audited", audit.Audited, WriteAudited);
        Array("waivers", audit.Waivers, WriteWaiver);
        Array("keys", audit.Keys, key => Texts(
            ("time", EvidenceTime.Write(key.Time)), ("keyId", key.KeyId), ("use", key.Use), ("what", key.What), ("reason", key.Reason)));
        Array("soc2", audit.Criteria, WriteCriterion);
        WriteOrigin();
        json.WriteEndObject();
    }

    private void WriteSummary()
    {
        json.WriteStartObject("summary");
        json.WriteNumber("releases", audit.Population.Releases.Count);
        json.WriteNumber("audited", audit.Audited.Count);
        json.WriteNumber("held", audit.Audited.Count(one => one.Outcome == AuditOutcome.Holds));
        json.WriteNumber("withoutEvidence", audit.WithoutEvidence.Count);
        json.WriteNumber("waivers", audit.Waivers.Count);
        json.WriteEndObject();
    }

    private void WriteSeed()
    {
        json.WriteStartObject("seed");
        json.WriteString("rule", "SHA-256 of the checkpoint's text and of the cosignature's 72 bytes, if there is one; releases by SHA-256 of the seed and "
            + "the tag, the smallest first; a tenth of them, rounded up");
        json.WriteString("sha256", audit.Seed is { } seed ? Convert.ToHexStringLower(seed.Bytes) : null);
        json.WriteString("checkpoint", audit.Seed?.Checkpoint.Text);
        if (audit.Seed?.Cosignature is { } cosignature)
        {
            json.WriteStartObject("cosignature");
            json.WriteString("witness", cosignature.Witness);
            json.WriteString("time", EvidenceTime.Write(cosignature.Time));
            json.WriteString("bytes", Convert.ToBase64String(cosignature.Bytes));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("cosignature");
        }

        json.WriteEndObject();
    }

    private void WriteRelease(DrawnRelease drawn)
    {
        var release = audit.Population[drawn.Tag];
        json.WriteStartObject();
        json.WriteNumber("rank", drawn.Rank);
        json.WriteString("sha256", drawn.Hash.Length > 0 ? drawn.Hash : null);
        json.WriteBoolean("sampled", drawn.IsSampled);
        json.WriteString("tag", drawn.Tag);
        json.WriteString("commit", release.Tag.Commit);
        json.WriteString("time", release.Time is { } time ? EvidenceTime.Write(time) : null);
        json.WriteString("decision", release.Evidence.Decision?.Decision);
        if (release.Evidence.Decision is { } decision)
        {
            json.WriteStartObject("entry");
            json.WriteNumber("year", decision.Year);
            json.WriteNumber("index", decision.Leaf.Sequence);
            json.WriteString("path", decision.Path);
            json.WriteString("sha256", decision.File.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteAudited(AuditedRelease one)
    {
        json.WriteStartObject();
        json.WriteString("tag", one.Release.Tag.Name);
        json.WriteString("outcome", Word(one.Outcome));
        Array("checks", one.Checks, check => Texts(("name", check.Name), ("outcome", Word(check.Outcome)), ("detail", check.Detail)));
        json.WriteEndObject();
    }

    private void WriteWaiver(RegisteredWaiver waiver)
    {
        json.WriteStartObject();
        foreach (var (name, value) in new[]
        {
            ("gate", waiver.Gate), ("rule", waiver.Rule), ("path", waiver.Path), ("reason", waiver.Reason), ("owner", waiver.Owner), ("ticket", waiver.Ticket),
            ("since", waiver.Since), ("until", waiver.Until),
        })
        {
            json.WriteString(name, value);
        }

        Texts("inForce", waiver.InForce);
        Texts("used", waiver.Used);
        json.WriteEndObject();
    }

    private void WriteCriterion(TrustCriterion criterion)
    {
        json.WriteStartObject();
        json.WriteString("id", criterion.Id);
        json.WriteString("paraphrase", criterion.Paraphrase);
        json.WriteString("coverage", criterion.IsCovered ? "supported" : "not covered");
        Texts("support", criterion.Support);
        json.WriteString("notCovered", criterion.Gap);
        json.WriteEndObject();
    }

    private void WriteOrigin()
    {
        json.WriteStartObject("generator");
        json.WriteString("name", "gates");
        json.WriteString("version", audit.ToolVersion);
        json.WriteString("command", $"gates audit --quarter {audit.Quarter}");
        json.WriteEndObject();
        json.WriteStartObject("trust");
        json.WriteString("source", audit.TrustSource);
        Texts("keyIds", audit.TrustedKeyIds);
        json.WriteEndObject();
    }

    /// <summary>An outcome in a word.</summary>
    public static string Word(AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Holds => "holds",
        AuditOutcome.NotDone => "not done",
        AuditOutcome.Unknown => "could not be looked at",
        _ => "fails",
    };

    private void Texts(params ReadOnlySpan<(string Name, string? Value)> properties)
    {
        json.WriteStartObject();
        foreach (var (name, value) in properties)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private void Texts(string name, IEnumerable<string> texts) => Array(name, texts, json.WriteStringValue);

    private void Array<T>(string name, IEnumerable<T> all, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            write(one);
        }

        json.WriteEndArray();
    }
}

using System.Text;
using System.Text.Json;
using Gates.Attestation;
using Gates.Attestation.Auditing;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Settings;

namespace Gates.Runner.Commands.RollbackTarget;

/// <summary>Says what to roll back to, and where the proof stands.</summary>
/// <param name="answer">What was found.</param>
/// <param name="log">The log that holds the decision; <see langword="null"/> without one.</param>
/// <param name="trust">Whose signatures were believed.</param>
internal sealed class RollbackPrinter(RollbackAnswer answer, LogReader? log, TrustedKeys trust)
{
    private const int MaxPassedOver = 50;

    public string Text()
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(TerminalLine.Of(Escape.OneLine(line))).Append('\n');
        if (answer.Target is { Decision: { } decision } target)
        {
            Line($"{target.Tag.Name}  commit {target.Tag.Commit}");
            Line($"  decision  PASSED, {decision.Place}, logged at {EvidenceTime.Write(decision.Leaf.Time)}, key {decision.File.KeyId}");
            Line(FormattableString.Invariant($"  log       {log!.Checkpoint.Origin}, {log.Size} entries, root {Convert.ToBase64String(log.Checkpoint.Root)}"));
            var (results, statements) = (Prose.Count(target.Results.Count, "result"), Prose.Count(target.Statements.Count, "statement"));
            Line($"  evidence  {results} that it rests on and {statements} about the commit hold today");
            Line($"  trust     {trust.Source}");
            foreach (var artefact in target.Artefacts)
            {
                Line($"  file      {artefact.Name} sha256:{artefact.Digest["sha256"]}");
            }
        }
        else
        {
            Line($"There is nothing to go back to from {answer.From.Name}: no earlier release is proven to have passed.");
        }

        foreach (var (tag, reason) in answer.PassedOver.Take(MaxPassedOver))
        {
            Line($"  passed over {tag.Name}: {reason}");
        }

        if (answer.PassedOver.Count > MaxPassedOver)
        {
            Line(FormattableString.Invariant($"  passed over {answer.PassedOver.Count - MaxPassedOver} more"));
        }

        return text.ToString();
    }

    public string Json()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SettingJson.Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("from", answer.From.Name);
            json.WriteString("tag", answer.Target?.Tag.Name);
            json.WriteString("commit", answer.Target?.Tag.Commit);
            json.WriteString("trust", trust.Source);
            if (answer.Target is { } target)
            {
                WriteProof(json, target, target.Decision!);
            }

            json.WriteStartArray("passedOver");
            foreach (var (tag, reason) in answer.PassedOver)
            {
                json.WriteStartObject();
                json.WriteString("tag", tag.Name);
                json.WriteString("commit", tag.Commit);
                json.WriteString("reason", reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private void WriteProof(Utf8JsonWriter json, ReleaseEvidence target, HeldStatement decision)
    {
        json.WriteStartObject("decision");
        json.WriteString("result", decision.Decision);
        json.WriteString("path", decision.Path);
        json.WriteString("sha256", decision.File.Sha256);
        json.WriteString("keyId", decision.File.KeyId);
        json.WriteEndObject();
        json.WriteStartObject("log");
        json.WriteString("branch", Gates.Attestation.Branch.LogIdentity.Branch(decision.Year));
        json.WriteNumber("index", decision.Leaf.Sequence);
        json.WriteString("time", EvidenceTime.Write(decision.Leaf.Time));
        json.WriteString("checkpoint", log!.Note.Text);
        json.WriteString("proof", Encoding.UTF8.GetString(log.Proof(decision.Leaf.Sequence).Bytes));
        json.WriteEndObject();
        json.WriteStartArray("results");
        foreach (var result in target.Results)
        {
            json.WriteStartObject();
            json.WriteString("path", result.Path);
            json.WriteString("sha256", result.File.Sha256);
            json.WriteNumber("index", result.Leaf.Sequence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("artifacts");
        foreach (var artefact in target.Artefacts)
        {
            json.WriteStartObject();
            json.WriteString("name", artefact.Name);
            json.WriteString("sha256", artefact.Digest["sha256"]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

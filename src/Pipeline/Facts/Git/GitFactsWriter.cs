using System.Globalization;
using System.Text.Json;
using Gates.Doors.Git.History;

namespace Gates.Pipeline.Facts.Git;

/// <summary>Writes history in the shape that <c>gates.d.ts</c> describes; people only as roles.</summary>
internal sealed class GitFactsWriter(Utf8JsonWriter facts, Roles roles)
{
    public void WriteCommits(IReadOnlyList<GitCommit> commits, bool truncated)
    {
        facts.WriteStartArray("commits");
        foreach (var commit in commits)
        {
            var message = CommitMessage.Read(commit.Message);
            facts.WriteStartObject();
            facts.WriteString("sha", commit.Sha);
            facts.WriteString("subject", roles.Redact(message.Subject));
            facts.WriteString("body", roles.Redact(message.Body));
            WriteTexts("parents", commit.Parents);
            WriteTime(commit.Time);
            facts.WriteString("author", roles.Of(commit.Author));
            facts.WriteString("committer", roles.Of(commit.Committer));
            WriteTexts("coAuthors", message.CoAuthors.Select(roles.Of));
            WriteTexts("signedOffBy", message.SignedOffBy.Select(roles.Of));
            WriteSignature(commit.Signature);
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
        if (truncated)
        {
            facts.WriteBoolean("truncated", true);
        }
    }

    public void WriteTags(IReadOnlyList<GitTag> tags, string head)
    {
        facts.WriteStartArray("tags");
        foreach (var tag in tags)
        {
            facts.WriteStartObject();
            facts.WriteString("name", tag.Name);
            facts.WriteString("sha", tag.Target);
            facts.WriteBoolean("annotated", tag.Annotated);
            facts.WriteString("message", roles.Redact(CommitMessage.Read(tag.Message).Whole));
            WriteTime(tag.Time);
            facts.WriteString("tagger", tag.Tagger is null ? null : roles.Of(tag.Tagger));
            WriteSignature(tag.Signature);
            facts.WriteBoolean("atHead", tag.Target == head);
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
    }

    public void WriteDiff(IReadOnlyList<GitFileChange> changes)
    {
        facts.WriteStartArray("diff");
        foreach (var change in changes)
        {
            facts.WriteStartObject();
            facts.WriteString("path", change.Path);
            facts.WriteString("oldPath", change.OldPath);
            facts.WriteString("status", change.Status);
            facts.WriteBoolean("binary", change.Binary);
            facts.WriteNumber("added", change.Added);
            facts.WriteNumber("deleted", change.Deleted);
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
    }

    private void WriteTime(DateTimeOffset? time) => facts.WriteString("time", time?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));

    private void WriteSignature(GitSignature signature)
    {
        facts.WriteStartObject("signature");
        facts.WriteString("kind", signature.Kind);
        facts.WriteString("status", signature.Status);
        facts.WriteString("key", signature.Key);
        facts.WriteString("reason", signature.Reason);
        facts.WriteEndObject();
    }

    private void WriteTexts(string name, IEnumerable<string> texts)
    {
        facts.WriteStartArray(name);
        foreach (var text in texts)
        {
            facts.WriteStringValue(text);
        }

        facts.WriteEndArray();
    }
}

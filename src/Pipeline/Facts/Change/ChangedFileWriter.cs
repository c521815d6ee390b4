using System.Text;
using System.Text.Json;
using Gates.Doors.Git.Diffs;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Facts.Change;

/// <summary>Writes changed files in the shape that <c>gates.d.ts</c> describes. What could not be compared or read is null, never empty.</summary>
/// <param name="facts">Takes them.</param>
/// <param name="old">The files at the base.</param>
/// <param name="now">The files that are judged.</param>
internal sealed class ChangedFileWriter(Utf8JsonWriter facts, ISourceTree? old, ISourceTree now)
{
    /// <value>Bytes of a file whose lines are compared.</value>
    private const int MaxFile = 1 << 20;

    /// <value>Characters of changed lines, of all files together.</value>
    private const int MaxLines = 4 << 20;

    /// <value>Bytes of a file that is parsed, and of all of them.</value>
    private const int MaxDocument = 512 << 10;

    private const int MaxDocuments = 2 << 20;

    private readonly LineDiff diff = new();
    private int lines = MaxLines;
    private int documents = MaxDocuments;

    public void Write(ChangedFile file)
    {
        var before = file.OldPath is { } was ? Content(old!, was) : null;
        var after = file.Deleted ? null : Content(now, file.Path);
        var hunks = Hunks(file, before, after);
        facts.WriteStartObject();
        facts.WriteString("path", file.Path);
        facts.WriteString("oldPath", file.OldPath);
        facts.WriteString("status", StatusOf(file));
        facts.WriteBoolean("binary", (before ?? after) is not null && (IsBinary(before) || IsBinary(after)));
        facts.WriteNumber("added", hunks?.Sum(hunk => hunk.New.Length) ?? 0);
        facts.WriteNumber("deleted", hunks?.Sum(hunk => hunk.Old.Length) ?? 0);
        Write(hunks);
        var problem = WriteDocuments("before", file.OldPath, before);
        var second = WriteDocuments("after", file.Deleted ? null : file.Path, after);
        facts.WriteString("problem", problem ?? second);
        facts.WriteEndObject();
    }

    private static string StatusOf(ChangedFile file) =>
        file.Deleted ? "deleted" : file.OldPath is null ? "added" : file.OldPath == file.Path ? "modified" : "renamed";

    private static bool IsBinary(byte[]? content) => content is not null && TextLines.Split(content) is null;

    /// <returns><see langword="null"/> when there is no such regular file, or it is too large to compare.</returns>
    private static byte[]? Content(ISourceTree tree, string path)
    {
        if (!tree.Exists(path))
        {
            return null;
        }

        try
        {
            using var stream = tree.Open(path);
            return BoundedBytes.Read(stream, MaxFile);
        }
        catch (EvaluationException)
        {
            return null;
        }
    }

    private List<ChangedLines>? Hunks(ChangedFile file, byte[]? before, byte[]? after)
    {
        if ((file.OldPath is not null && before is null) || (!file.Deleted && after is null))
        {
            return null;
        }

        // A checkout may have changed the ends of lines; git stores those that the base has.
        var current = before is not null && after is not null && TextLines.IsAllCrLf(after) && !before.Contains((byte)'\r')
            ? TextLines.WithoutCarriageReturns(after)
            : after;
        if (TextLines.Split(before ?? []) is not { } from || TextLines.Split(current ?? []) is not { } to)
        {
            return null;
        }

        var hunks = diff.Compare(from, to)
            .Select(hunk => new ChangedLines(
                hunk.OldStart + 1,
                from[hunk.OldStart..(hunk.OldStart + hunk.OldCount)],
                hunk.NewStart + 1,
                to[hunk.NewStart..(hunk.NewStart + hunk.NewCount)]))
            .ToList();
        var size = hunks.Sum(hunk => hunk.Old.Sum(line => line.Length) + hunk.New.Sum(line => line.Length));
        if (size > lines)
        {
            return null;
        }

        lines -= size;
        return hunks;
    }

    private void Write(List<ChangedLines>? hunks)
    {
        if (hunks is null)
        {
            facts.WriteNull("hunks");
            return;
        }

        facts.WriteStartArray("hunks");
        foreach (var hunk in hunks)
        {
            facts.WriteStartObject();
            facts.WriteNumber("oldStart", hunk.OldStart);
            WriteLines("oldLines", hunk.Old);
            facts.WriteNumber("newStart", hunk.NewStart);
            WriteLines("newLines", hunk.New);
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
    }

    /// <summary>Lines come one character a byte.</summary>
    private void WriteLines(string name, string[] texts)
    {
        facts.WriteStartArray(name);
        foreach (var text in texts)
        {
            facts.WriteStringValue(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text.TrimEnd('\n').TrimEnd('\r'))));
        }

        facts.WriteEndArray();
    }

    /// <returns>Why it could not be read; <see langword="null"/> when it was, or is no document.</returns>
    private string? WriteDocuments(string name, string? path, byte[]? content)
    {
        var (read, problem) = path is null || content is null ? (null, null) : Documents(path, content);
        NodeJson.WriteDocuments(facts, name, path ?? "", read);
        return problem;
    }

    private (IReadOnlyList<DocumentNode>? Read, string? Problem) Documents(string path, byte[] content)
    {
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            if (content.Length > Math.Min(MaxDocument, documents))
            {
                return DocumentFormats.Knows(path) ? (null, $"{path}: the file, or all of them together, is too large to be read as a document") : (null, null);
            }

            var read = DocumentFormats.Read(stream, path);
            documents -= read is null ? 0 : content.Length;
            return (read, null);
        }
        catch (DocumentException e)
        {
            return (null, e.Message);
        }
    }

    /// <param name="OldStart">The line of the base that the first old line is, or would be behind.</param>
    /// <param name="Old">The lines that went.</param>
    /// <param name="NewStart">The line that the first new line is, or would be.</param>
    /// <param name="New">The lines that came.</param>
    private sealed record ChangedLines(int OldStart, string[] Old, int NewStart, string[] New);
}

using System.Text.Json;
using Gates.BuiltIn.DlpScan.Scanning;

namespace Gates.BuiltIn.DlpScan.History;

/// <summary>What looking at the history gave.</summary>
/// <param name="Mode">See <see cref="HistoryMode"/>.</param>
internal sealed record HistoryReport(string Mode)
{
    /// <value>What was found, in the order of the commits, parents first.</value>
    public IReadOnlyList<FileReport> Reports { get; init; } = [];

    public int Commits { get; init; }

    /// <value>Contents of files, each counted once.</value>
    public int Blobs { get; init; }

    public int Messages { get; init; }

    public long Bytes { get; init; }

    /// <value>Contents that Git LFS keeps elsewhere.</value>
    public int LargeFiles { get; init; }

    /// <value>Values that are obviously made up.</value>
    public int Placeholders { get; init; }

    /// <value>Why there was nothing to look at; else <see langword="null"/>.</value>
    public string? Nothing { get; init; }

    /// <value>Why it could not be read; else <see langword="null"/>.</value>
    public string? Problem { get; init; }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("history");
        json.WriteString("mode", Mode);
        json.WriteNumber("commits", Commits);
        json.WriteNumber("blobs", Blobs);
        json.WriteNumber("messages", Messages);
        json.WriteNumber("bytes", Bytes);
        json.WriteNumber("largeFiles", LargeFiles);
        json.WriteNumber("placeholders", Placeholders);
        if ((Nothing ?? Problem) is { } unread)
        {
            json.WriteString("unread", unread);
        }

        json.WriteEndObject();
    }
}

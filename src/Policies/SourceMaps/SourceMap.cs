using System.Text.Json;

namespace Gates.Policies.SourceMaps;

/// <summary>Which place of which source each place of a script came from (ECMA-426, flat or with sections).</summary>
internal sealed class SourceMap
{
    private readonly List<Segment> _segments = [];
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">The mappings are malformed.</exception>
    public static SourceMap Read(JsonElement root)
    {
        var map = new SourceMap();
        if (root.TryGetProperty("sections", out var sections))
        {
            foreach (var section in sections.EnumerateArray())
            {
                map.Add(section.GetProperty("map"), section.GetProperty("offset").GetProperty("line").GetInt32());
            }
        }
        else
        {
            map.Add(root, 0);
        }

        map._segments.Sort((a, b) => (a.Line, a.Column).CompareTo((b.Line, b.Column)));
        return map;
    }

    /// <summary>Lines and columns from 1; <see langword="null"/> for a place that no source wrote.</summary>
    public Location? Original(int line, int column)
    {
        var index = LastAtOrBefore(line - 1, column - 1);
        if (index < 0 || _segments[index].Line != line - 1 || _segments[index].Source is not { } source)
        {
            return null;
        }

        return new Location(source, _segments[index].OriginalLine + 1, Column: _segments[index].OriginalColumn + 1);
    }

    public string? Text(string source) => _texts.GetValueOrDefault(source);

    private int LastAtOrBefore(int line, int column)
    {
        var (low, high) = (0, _segments.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if ((_segments[middle].Line, _segments[middle].Column).CompareTo((line, column)) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    private void Add(JsonElement map, int firstLine)
    {
        // A policy may bring a map of its own making, which could name any file.
        var sources = map.GetProperty("sources").EnumerateArray().Select(source => source.GetString() is { } name && Location.IsInside(name) ? name : null).ToArray();
        if (map.TryGetProperty("sourcesContent", out var contents))
        {
            foreach (var (source, content) in sources.Zip(contents.EnumerateArray()))
            {
                _texts[source ?? ""] = content.GetString() ?? "";
            }
        }

        var (line, source0, originalLine, originalColumn) = (firstLine, 0, 0, 0);
        foreach (var group in map.GetProperty("mappings").GetString()!.Split(';'))
        {
            var column = 0;
            foreach (var text in group.Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                var values = Base64Vlq.Read(text);
                column += values[0];
                if (values.Count >= 4)
                {
                    source0 += values[1];
                    originalLine += values[2];
                    originalColumn += values[3];
                }

                var name = values.Count >= 4 && source0 >= 0 && source0 < sources.Length ? sources[source0] : null;
                _segments.Add(new Segment(line, column, name, originalLine, originalColumn));
            }

            line++;
        }
    }

    private readonly record struct Segment(int Line, int Column, string? Source, int OriginalLine, int OriginalColumn);
}

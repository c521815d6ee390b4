using System.Security.Cryptography;
using System.Text;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Values;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.Scanning.Tables;

/// <summary>
/// Judges the columns of one table. A column costs what its first values cost: rules that do not fit are soon left out, and one that none fits is passed by.
/// </summary>
/// <param name="rules">The rules that judge columns.</param>
/// <param name="path">The file.</param>
/// <param name="lines">The lines that count; <see langword="null"/> means all.</param>
/// <param name="salt">The key of identities.</param>
internal sealed class ColumnJudge(ColumnRules rules, string path, IReadOnlyList<LineRange>? lines, ReadOnlyMemory<byte> salt) : ITableSink
{
    private const int MaxColumns = 512;
    private const int MaxValue = 80;

    // From here on every sixteenth value is checked; the identity is over all.
    private const int CheckedAll = 20_000;
    private const int Step = 16;
    private readonly Dictionary<ulong, int> numbers = [];
    private readonly List<ColumnValues> columns = [];
    private (int Line, bool IsAsked) asked = (0, lines is null);

    public int Column(ReadOnlySpan<byte> name, int line)
    {
        var hash = Hash(name);
        if (numbers.TryGetValue(hash, out var known))
        {
            return known;
        }

        if (columns.Count == MaxColumns)
        {
            return -1;
        }

        columns.Add(new ColumnValues(Trials(name), ColumnName.Shown(name, columns.Count + 1), line, salt));
        numbers.Add(hash, columns.Count - 1);
        return columns.Count - 1;
    }

    public void Cell(int column, ReadOnlySpan<byte> value, ReadOnlySpan<byte> line, CellPlace place)
    {
        if (column < 0 || columns[column] is not { IsOpen: true } values || IsEmpty(value) || !IsAsked(place.Line))
        {
            return;
        }

        values.Add(value);
        if (values.Count > CheckedAll && values.Count % Step != 0)
        {
            return;
        }

        var text = value.Length > MaxValue ? null : Encoding.Latin1.GetString(value);
        var digits = text is null ? 0 : DigitRuns.Count(value);
        for (var i = values.Trials.Count - 1; i >= 0; i--)
        {
            var trial = values.Trials[i];
            if (!trial.Try(text, digits, path))
            {
                values.GiveUp(i);
            }
            else if (trial.WantsPlace && place.Line > 0)
            {
                var start = TextPlace.Units(line[..place.Start]) + 1;
                trial.At(new CellValue(place.Line, start, start + TextPlace.Units(line[place.Start..place.End])));
            }
        }
    }

    /// <summary>The columns whose values prove something, in order; of several rules the one that the name says, or the most values.</summary>
    public IReadOnlyList<ColumnHit> Finish() => [.. columns.Select(Judge).OfType<ColumnHit>()];

    private ColumnHit? Judge(ColumnValues column)
    {
        using (column)
        {
            var best = column.Trials.Where(static trial => trial.IsProven).OrderByDescending(static trial => trial.IsNamed)
                .ThenByDescending(static trial => trial.Share).ThenBy(static trial => trial.Rule.Severity == "note")
                .ThenBy(static trial => trial.Rule.Id, StringComparer.Ordinal).FirstOrDefault();
            if (best is null)
            {
                return null;
            }

            int? line = lines is not null && best.Places.Count > 0 ? best.Places[0].Line : column.Line > 0 ? column.Line : null;
            return new ColumnHit(best.Rule, column.Name, line, column.Count, best.Tried, best.Valid, ValueIdentity.Of(best.Rule, column.Digest()))
            {
                Places = best.Places,
            };
        }
    }

    private List<ColumnTrial> Trials(ReadOnlySpan<byte> name)
    {
        var end = name.IndexOf((byte)0);
        return [.. rules.Of(end < 0 ? name : name[..end]).Select(static pair => new ColumnTrial(pair.Rule, pair.IsNamed))];
    }

    private bool IsAsked(int line)
    {
        if (line == 0)
        {
            return true;
        }

        if (lines is not null && asked.Line != line)
        {
            asked = (line, lines.Any(range => range.Contains(line)));
        }

        return asked.IsAsked;
    }

    private static bool IsEmpty(ReadOnlySpan<byte> value) =>
        value.Length < 4 || value.SequenceEqual("NULL"u8) || value.SequenceEqual("null"u8) || value.SequenceEqual("None"u8);

    // FNV-1a: two names of one hash would be one column, which harms nobody but who made them.
    private static ulong Hash(ReadOnlySpan<byte> name)
    {
        var hash = 14695981039346656037;
        foreach (var b in name)
        {
            hash = (hash ^ b) * 1099511628211;
        }

        return hash;
    }
}

/// <summary>What is kept of one column: counts and a running hash, no value.</summary>
internal sealed class ColumnValues(List<ColumnTrial> trials, string name, int line, ReadOnlyMemory<byte> salt) : IDisposable
{
    private byte[] pending = [];
    private IncrementalHash? hash;
    private int filled;

    public string Name => name;

    public int Line => line;

    public IReadOnlyList<ColumnTrial> Trials => trials;

    public long Count { get; private set; }

    /// <value>Whether any rule is still tried.</value>
    public bool IsOpen => trials.Count > 0;

    public void Add(ReadOnlySpan<byte> value)
    {
        if (Count++ == 0)
        {
            pending = new byte[1024];
        }

        if (filled + value.Length + 1 > pending.Length)
        {
            Flush();
        }

        if (value.Length + 1 > pending.Length)
        {
            Hash().AppendData(value);
            return;
        }

        value.CopyTo(pending.AsSpan(filled));
        pending[filled + value.Length] = 0;
        filled += value.Length + 1;
    }

    public void GiveUp(int index)
    {
        if (trials[index].IsHopeless)
        {
            trials.RemoveAt(index);
        }
    }

    public byte[] Digest()
    {
        Flush();
        return Hash().GetHashAndReset();
    }

    public void Dispose()
    {
        Array.Clear(pending);
        hash?.Dispose();
    }

    private IncrementalHash Hash() => hash ??= IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, salt.Span);

    private void Flush()
    {
        Hash().AppendData(pending, 0, filled);
        filled = 0;
    }
}

using System.Text;

namespace Gates.Formats.Dockerfiles;

/// <summary>Reads the value of <c>RUN --mount=</c>: one record of comma-separated <c>key=value</c> fields, which may be quoted.</summary>
internal static class MountFlag
{
    /// <summary>The stage or image that is mounted; <see langword="null"/> when the mount names none.</summary>
    public static string? From(string value, out string? reason)
    {
        reason = null;
        string? from = null;
        if (!TrySplit(value, out var fields))
        {
            reason = "the quotes in --mount do not close";
            return null;
        }

        foreach (var field in fields)
        {
            var equals = field.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || !field[..equals].Equals("from", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            from = field[(equals + 1)..];
            var dollar = from.IndexOf('$', StringComparison.Ordinal);
            if (dollar >= 0 && dollar != from.Length - 1)
            {
                reason = "the builder does not replace variables in --mount from=; name a stage (FROM $X AS name) and mount that";
            }
        }

        return from;
    }

    private static bool TrySplit(string value, out List<string> fields)
    {
        fields = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (quoted && c == '"' && i + 1 < value.Length && value[i + 1] == '"')
            {
                field.Append(value[i++]);
            }
            else if (c == '"' && (quoted || field.Length == 0))
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return !quoted;
    }
}

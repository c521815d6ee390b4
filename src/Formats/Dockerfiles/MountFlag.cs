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
            reason = "--mount takes key=value fields between commas, and a quote only around a whole field";
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

    /// <returns>Whether it is a record of comma-separated values: an empty one is none, and a quote in the middle of a field breaks it.</returns>
    private static bool TrySplit(string value, out List<string> fields)
    {
        fields = [];
        for (var at = 0; at <= value.Length && value.Length > 0; at++)
        {
            var field = new StringBuilder();
            var quoted = at < value.Length && value[at] == '"';
            if (quoted && !TryQuoted(value, ref at, field))
            {
                return false;
            }

            while (at < value.Length && value[at] != ',')
            {
                if (quoted || value[at] == '"')
                {
                    return false;
                }

                field.Append(value[at++]);
            }

            fields.Add(field.ToString());
        }

        return fields.Count > 0;
    }

    /// <summary>Reads on to behind the closing quote; a doubled quote is one.</summary>
    private static bool TryQuoted(string value, ref int at, StringBuilder field)
    {
        for (at++; at < value.Length; at++)
        {
            if (value[at] != '"')
            {
                field.Append(value[at]);
            }
            else if (at + 1 < value.Length && value[at + 1] == '"')
            {
                field.Append(value[at++]);
            }
            else
            {
                at++;
                return true;
            }
        }

        return false;
    }
}

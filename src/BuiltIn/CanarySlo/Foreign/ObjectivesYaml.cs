using System.Globalization;
using Gates.BuiltIn.CanarySlo.Alerting;
using Gates.Formats.Foundation.Text;

namespace Gates.BuiltIn.CanarySlo.Foreign;

/// <summary>Writes objectives as a gate's configuration has them, with the notes as comments.</summary>
internal static class ObjectivesYaml
{
    /// <param name="read">What was read.</param>
    /// <param name="origin">The file.</param>
    public static string Of(ForeignObjectives read, string origin)
    {
        var yaml = new AlertText(origin);
        foreach (var note in read.Notes)
        {
            yaml.Line(0, $"# {Escape.OneLine(note)}");
        }

        yaml.Line(0, "objectives:");
        foreach (var one in read.Objectives)
        {
            yaml.Text(2, "- name", one.Name);
            var texts = new[] { ("bad", one.Bad), ("good", one.Good), ("total", one.Total), ("query", one.Query) };
            foreach (var (key, query) in texts.Where(text => text.Item2.Length > 0))
            {
                yaml.Text(4, key, query);
            }

            foreach (var (key, limit) in new[] { ("max", one.Max), ("min", one.Min) }.Where(limit => limit.Item2 is not null))
            {
                yaml.Line(4, string.Create(CultureInfo.InvariantCulture, $"{key}: {limit}"));
            }

            if (one.Raw)
            {
                yaml.Line(4, "raw: true");
            }
        }

        return yaml.ToString();
    }
}

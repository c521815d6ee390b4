using Gates.Formats.Documents;
using Gates.Formats.Settings;
using Gates.Policies;

namespace Gates.Formats.LoadPlans;

/// <summary>What the templates of a file may name.</summary>
internal sealed class PlanNames
{
    private static readonly string[] Own = ["vu", "iteration", "scenario"];

    public string? BaseUrl { get; set; }

    /// <value>Variables that the file lists, with their values.</value>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public List<DataTable> Tables { get; } = [];

    /// <value>Values that earlier requests of the flow extract.</value>
    public List<string> Extracted { get; } = [];

    public TextTemplate Template(DocumentNode node, string key, string text, Problems problems, TemplateUse use = TemplateUse.Plain)
    {
        try
        {
            return TextTemplate.Parse(text, Resolve, use);
        }
        catch (FormatException e)
        {
            problems.Add(node, key, $"{Say.Quote(text)} {e.Message}");
            return TextTemplate.Parse("", Resolve, use);
        }
    }

    private TemplatePart Resolve(string name)
    {
        if (name.Split('.', 2) is [var first, var rest])
        {
            if (first == "env" && Variables.TryGetValue(rest, out var value))
            {
                return new TemplatePart(TemplateKind.Text, value);
            }

            if (Tables.FindIndex(table => table.Name == first) is var table and >= 0
                && Tables[table].Columns.ToList().IndexOf(rest) is var column and >= 0)
            {
                return new TemplatePart(TemplateKind.Data, "", table, column);
            }
        }
        else if (Extracted.LastIndexOf(name) is var slot and >= 0)
        {
            return new TemplatePart(TemplateKind.Extracted, "", slot);
        }
        else if (Array.IndexOf(Own, name) is var own and >= 0)
        {
            return new TemplatePart(own switch { 0 => TemplateKind.User, 1 => TemplateKind.Iteration, _ => TemplateKind.Scenario });
        }

        string[] known =
        [
            .. Own, .. Extracted, .. Tables.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column}")),
            .. Variables.Keys.Select(one => "env." + one),
        ];
        throw new FormatException(
            $"names {Say.Quote(name)}, which is not known here{Suggestion.Words(name, known)} valid: {Say.List(known)}; "
            + "variables are listed under `variables` or `secrets`, and an extracted value is known after its request");
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gates.Formats.LoadPlans;

/// <summary>Text with places for values: <c>/items/${users.id}</c>. <c>$${</c> stands for <c>${</c>.</summary>
internal sealed class TextTemplate
{
    private readonly TemplatePart[] parts;
    private readonly TemplateUse use;

    private TextTemplate(string shown, TemplatePart[] parts, TemplateUse use)
    {
        Shown = shown;
        this.use = use;
        this.parts = parts;
        Constant = parts.All(part => part.Kind == TemplateKind.Text) ? string.Concat(parts.Select(part => part.Text)) : null;
    }

    /// <value>As it stands in the file, with names where values will be; this alone is shown to anybody.</value>
    public string Shown { get; }

    /// <value>The text when nothing in it changes from one iteration to the next.</value>
    public string? Constant { get; }

    /// <value>What stands before the first place whose value changes.</value>
    public string Fixed => string.Concat(parts.TakeWhile(part => part.Kind == TemplateKind.Text).Select(part => part.Text));

    /// <param name="text">As written.</param>
    /// <param name="resolve">What a name stands for.</param>
    /// <param name="use">What the text is, so that values cannot break out of their place.</param>
    /// <exception cref="FormatException">A place is not closed, or its name is not known.</exception>
    public static TextTemplate Parse(string text, Func<string, TemplatePart> resolve, TemplateUse use)
    {
        var found = new List<TemplatePart>();
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text.AsSpan(at).StartsWith("$${", StringComparison.Ordinal))
            {
                literal.Append("${");
                at += 2;
            }
            else if (text.AsSpan(at).StartsWith("${", StringComparison.Ordinal))
            {
                var end = text.IndexOf('}', at);
                var part = end < 0
                    ? throw new FormatException("has ${ without }; write ${name}, or $${ for the characters themselves")
                    : resolve(text[(at + 2)..end].Trim());
                if (part.Kind == TemplateKind.Text)
                {
                    literal.Append(use == TemplateUse.Json ? Fit(part.Text, use) : part.Text);
                }
                else
                {
                    found.Add(new TemplatePart(TemplateKind.Text, literal.ToString()));
                    found.Add(part);
                    literal.Clear();
                }

                at = end;
            }
            else
            {
                literal.Append(text[at]);
            }
        }

        found.Add(new TemplatePart(TemplateKind.Text, literal.ToString()));
        return new TextTemplate(text, [.. found.Where(part => part.Kind != TemplateKind.Text || part.Text.Length > 0)], use);
    }

    /// <param name="values">Of the iteration.</param>
    public string Expand(IterationValues values)
    {
        if (Constant is not null)
        {
            return Constant;
        }

        var text = new StringBuilder();
        foreach (var part in parts)
        {
            var value = part.Kind switch
            {
                TemplateKind.Text => part.Text,
                TemplateKind.Data => values.Rows[part.Index][part.Column],
                TemplateKind.Extracted => values.Extracted[part.Index],
                TemplateKind.User => values.User.ToString(CultureInfo.InvariantCulture),
                TemplateKind.Iteration => values.Iteration.ToString(CultureInfo.InvariantCulture),
                _ => values.Scenario,
            };
            text.Append(part.Kind == TemplateKind.Text ? value : Fit(value, use));
        }

        return text.ToString();
    }

    private static string Fit(string value, TemplateUse use) => use switch
    {
        TemplateUse.Address => Uri.EscapeDataString(value),
        TemplateUse.Json => JsonEncodedText.Encode(value).ToString(),
        _ => value,
    };
}

/// <summary>What a template makes.</summary>
internal enum TemplateUse
{
    Plain,
    Address,
    Json,
}

/// <summary>What a part of a template is.</summary>
internal enum TemplateKind
{
    Text,
    Data,
    Extracted,
    User,
    Iteration,
    Scenario,
}

/// <summary>A part of a template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Of text.</param>
/// <param name="Index">The table, or the extracted value.</param>
/// <param name="Column">Of the table.</param>
internal readonly record struct TemplatePart(TemplateKind Kind, string Text = "", int Index = 0, int Column = 0);

/// <summary>What the templates of one iteration are filled with.</summary>
internal sealed class IterationValues
{
    public required string Scenario { get; init; }

    public required int User { get; init; }

    public required string[] Extracted { get; init; }

    /// <value>A row of each table.</value>
    public required string[][] Rows { get; init; }

    public long Iteration { get; set; }
}

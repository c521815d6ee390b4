using System.Text.RegularExpressions;

namespace Gates.Attestation.Controls;

/// <summary>A requirement of a framework by its id, such as <c>SOC2:CC8.1</c> or <c>ISO27001:2022:A.8.32</c>.</summary>
/// <param name="Framework">Such as <c>SOC2</c>.</param>
/// <param name="Version">The edition, when the id names one.</param>
/// <param name="Requirement">Such as <c>CC8.1</c>.</param>
internal sealed partial record FrameworkRequirement(string Framework, string? Version, string Requirement)
{
    public const string Pattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,40}(:[A-Za-z0-9._-]{1,40})?:[A-Za-z0-9][A-Za-z0-9.()_-]{0,40}$";

    /// <value>Our own words for requirements that releases often support; the frameworks' texts are their owners'.</value>
    private static readonly Dictionary<string, string> Paraphrases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SOC2:CC6.1"] = "Access to systems and data is limited to those who need it.",
        ["SOC2:CC6.2"] = "People get access after they are known and approved, and lose it when they leave.",
        ["SOC2:CC6.3"] = "What people may do follows their task and is looked through again.",
        ["SOC2:CC6.4"] = "Rooms and machines are open only to those who work with them.",
        ["SOC2:CC6.5"] = "Data is made unreadable before its carrier is given away.",
        ["SOC2:CC6.6"] = "What comes from outside is kept out at the boundary.",
        ["SOC2:CC6.7"] = "Data that is moved or handed on is protected on its way.",
        ["SOC2:CC6.8"] = "Unauthorised and malicious software is prevented or found.",
        ["SOC2:CC7.1"] = "Weaknesses and changes that bring new ones are looked for.",
        ["SOC2:CC7.2"] = "Systems are watched for what is out of the ordinary.",
        ["SOC2:CC7.3"] = "What was noticed is judged: is it an incident?",
        ["SOC2:CC7.4"] = "Incidents are answered by a plan.",
        ["SOC2:CC7.5"] = "Recovery from incidents is planned and tried out.",
        ["SOC2:CC8.1"] = "Changes are authorised, tested, approved and carried out in a controlled way.",
        ["SOC2:CC9.1"] = "Risks of an interruption are known and lessened.",
        ["SOC2:CC9.2"] = "Risks that come with suppliers and partners are managed.",
        ["SOC2:A1.1"] = "Load and capacity are measured and planned.",
        ["SOC2:A1.2"] = "Capacity, backups and recovery means are kept up.",
        ["SOC2:A1.3"] = "Recovery plans are tested.",
        ["SOC2:PI1.1"] = "It is written down what is processed and to which end.",
        ["SOC2:PI1.2"] = "What goes in is complete and right.",
        ["SOC2:PI1.3"] = "Processing does what it should, in time.",
        ["SOC2:PI1.4"] = "What comes out is complete, right and gets to whom it is for.",
        ["SOC2:PI1.5"] = "What is stored stays as it was.",
        ["SOC2:C1.1"] = "Confidential data is known as such and kept so.",
        ["SOC2:C1.2"] = "Confidential data is destroyed when its time is over.",
        ["SOC2:P1.1"] = "People are told which of their data is used and why.",
        ["ISO27001:A.5.21"] = "Risks of the software supply chain are managed.",
        ["ISO27001:A.5.30"] = "Readiness to continue operations is planned and tested.",
        ["ISO27001:A.8.6"] = "Use of resources is watched and planned.",
        ["ISO27001:A.8.8"] = "Technical vulnerabilities are found and dealt with.",
        ["ISO27001:A.8.9"] = "Configurations are defined, kept and reviewed.",
        ["ISO27001:A.8.14"] = "There is redundancy where availability requires it.",
        ["ISO27001:A.8.25"] = "Software is developed by rules for security.",
        ["ISO27001:A.8.28"] = "Code is written by principles of secure coding.",
        ["ISO27001:A.8.29"] = "Security is tested during development and before acceptance.",
        ["ISO27001:A.8.31"] = "Development, test and production are kept apart.",
        ["ISO27001:A.8.32"] = "Changes follow a change procedure.",
    };

    /// <value>The requirement in our words; <see langword="null"/> when we have none.</value>
    public string? Paraphrase => Paraphrases.GetValueOrDefault($"{Framework}:{Requirement}");

    public static FrameworkRequirement? Parse(string text)
    {
        if (!Syntax().IsMatch(text))
        {
            return null;
        }

        var parts = text.Split(':');
        return new FrameworkRequirement(parts[0], parts.Length == 3 ? parts[1] : null, parts[^1]);
    }

    /// <summary>Sorts numbers as numbers: <c>A.8.6</c> before <c>A.8.28</c>.</summary>
    public static string OrderKey(string requirement) => Number().Replace(requirement, number => number.Value.PadLeft(6, '0'));

    public override string ToString() => Version is null ? $"{Framework}:{Requirement}" : $"{Framework}:{Version}:{Requirement}";

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,40}(:[A-Za-z0-9._-]{1,40})?:[A-Za-z0-9][A-Za-z0-9.()_-]{0,40}\z", RegexOptions.None, 1000)]
    private static partial Regex Syntax();

    [GeneratedRegex("[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Number();
}

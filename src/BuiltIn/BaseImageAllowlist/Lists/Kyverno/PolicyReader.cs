using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists.Kyverno;

/// <summary>Reads the rules about images of a ClusterPolicy, a Policy or a ValidatingPolicy. What is not about images is left alone.</summary>
/// <param name="path">The file.</param>
/// <param name="exceptions">The PolicyExceptions beside it.</param>
/// <param name="rules">Takes the rules.</param>
/// <param name="parts">Takes what could not be taken over.</param>
internal sealed class PolicyReader(string path, IReadOnlyList<DocumentNode> exceptions, List<PolicyRule> rules, List<PolicyPart> parts)
{
    private string policy = "";

    public void Read(DocumentNode root)
    {
        policy = root.Get("metadata")?.GetText("name") ?? "a policy without a name";
        switch (root.GetText("kind"))
        {
            case "ClusterPolicy" or "Policy":
                ReadRules(root);
                break;
            case "ValidatingPolicy" or "NamespacedValidatingPolicy" or "ValidatingAdmissionPolicy":
                ReadValidations(root);
                break;
            case "ImageValidatingPolicy" or "NamespacedImageValidatingPolicy":
                Missing(root, "it checks signatures, which this gate does not", isMissing: false);
                break;
            case "PolicyException" when root.Get("spec")?.Get("policyRefs") is not null || root.Get("spec")?.Get("conditions") is not null:
                Missing(root, "this exception depends on expressions or conditions, which are not evaluated; what it would leave out is judged all "
                    + "the same", isMissing: false);
                break;
        }
    }

    private void ReadRules(DocumentNode root)
    {
        var count = rules.Count;
        var spec = root.Get("spec");
        var ownNamespace = root.GetText("kind") == "Policy" ? root.Get("metadata")?.GetText("namespace") ?? "default" : null;
        foreach (var rule in spec?.Get("rules")?.Items ?? [])
        {
            var name = rule.GetText("name") ?? "a rule without a name";
            var scope = new RuleScope
            {
                Match = rule.Get("match"),
                Exclude = rule.Get("exclude"),
                Exceptions = [.. exceptions.Where(one => IsFor(one, name)).Select(one => one.Get("spec")!.Get("match")).OfType<DocumentNode>()],
                Namespace = ownNamespace,
            };
            if (rule.Get("validate") is { } validate)
            {
                ReadValidate(rule, validate, name, scope);
            }
            else if (rule.Get("verifyImages") is { } verify)
            {
                Missing(verify, $"rule {name} checks signatures, which this gate does not", isMissing: false);
            }
        }

        var audit = spec?.Get("validationFailureAction")
            ?? spec?.Get("rules")?.Items.Select(rule => rule.Get("validate")?.Get("failureAction")).FirstOrDefault(node => node is not null);
        if (rules.Count > count && audit?.Text.StartsWith("audit", StringComparison.OrdinalIgnoreCase) == true)
        {
            Missing(audit, "the policy only audits in the cluster; here the gate's own `mode` decides what blocks", isMissing: false);
        }
    }

    private bool IsFor(DocumentNode exception, string rule) =>
        exception.Get("spec")?.Get("conditions") is null
        && (exception.Get("spec")?.Get("exceptions")?.Items ?? []).Any(one =>
            (one.GetText("policyName") is { } name && (name == policy || name.EndsWith("/" + policy, StringComparison.Ordinal)))
            && (one.Get("ruleNames")?.Items ?? []).Any(pattern => new[] { rule, "autogen-" + rule, "autogen-cronjob-" + rule }
                .Any(own => Wildcard.Matches(pattern.Text, own))));

    private void ReadValidate(DocumentNode rule, DocumentNode validate, string name, RuleScope scope)
    {
        var count = rules.Count;
        if ((validate.Get("pattern") is { } single ? [single] : validate.Get("anyPattern")?.Items) is { Count: > 0 } patterns)
        {
            AddPatterns(patterns, null, name, scope, validate);
        }
        else if (validate.Get("deny")?.Get("conditions") is { } conditions)
        {
            AddDeny(conditions, [], name, scope, validate);
        }
        else if (validate.Get("foreach") is { } each)
        {
            each.Items.ToList().ForEach(one => ReadEach(one, name, scope));
        }
        else if (validate.Get("cel") is { } cel)
        {
            AddExpressions(cel.Get("expressions"), cel.Get("variables"), name, scope);
        }
        else if (validate.Get("assert") is { } assert && Mentions(assert))
        {
            Missing(assert, $"rule {name} asserts something of images, which cannot be read here", isMissing: true);
        }

        if (rules.Count > count && rule.Get("preconditions") is { } preconditions)
        {
            Missing(preconditions, $"the preconditions of rule {name} are not evaluated; they count as met", isMissing: false);
        }
    }

    private void ReadEach(DocumentNode each, string name, RuleScope scope)
    {
        var lists = DenyDemand.ListsOf(each.GetText("list") ?? "");
        var patterns = each.Get("pattern") is { } single ? [single] : each.Get("anyPattern")?.Items ?? [];
        if (lists.Count == 0 && Mentions(each))
        {
            Missing(each, $"rule {name} goes through {Say.Quote(each.GetText("list") ?? "")}, which cannot be read here", isMissing: true);
        }
        else if (patterns.Count > 0)
        {
            AddPatterns(patterns, lists, name, scope, each);
        }
        else if (each.Get("deny")?.Get("conditions") is { } conditions)
        {
            AddDeny(conditions, lists, name, scope, each);
        }
    }

    private void AddPatterns(IReadOnlyList<DocumentNode> patterns, IReadOnlyList<string>? lists, string name, RuleScope scope, DocumentNode at)
    {
        var images = patterns.SelectMany(pattern => PatternDemand.Images(pattern, lists is not null)).ToList();
        if (images.Count == 0)
        {
            if (lists is null && patterns is [var only] && GlobalAnchorDemand.IsOne(only) && PatternDemand.PodOf(only) is not null)
            {
                Add(name, scope, new GlobalAnchorDemand(only), "what its pattern has beside the image", at.Line);
            }
            else if (patterns.Any(Mentions))
            {
                Missing(at, $"rule {name} has an image where none of a pod's containers is, which cannot be read here", isMissing: true);
            }

            return;
        }

        if (images.Find(image => image.Text.Contains("{{", StringComparison.Ordinal)) is { } variable)
        {
            Missing(variable, $"rule {name} compares with {Say.Quote(variable.Text)}, which only a cluster knows", isMissing: true);
            return;
        }

        var asks = string.Join(", ", images.Select(image => $"`{image.Text}`").Distinct(StringComparer.Ordinal));
        Add(name, scope, new PatternDemand(patterns, lists), asks, images[0].Line);
    }

    private void AddDeny(DocumentNode conditions, IReadOnlyList<string> lists, string name, RuleScope scope, DocumentNode at)
    {
        var demand = DenyDemand.Read(conditions, lists, out var problem);
        if (problem is not null)
        {
            Missing(at, $"rule {name}: {problem}", isMissing: true);
        }
        else if (demand is not null)
        {
            Add(name, scope, demand, $"not: {demand.Asks}", at.Line);
            if (demand.AsksAllTogether is { } together)
            {
                Missing(at, $"rule {name} denies with {together} only what is so of all containers together; here each image is judged by itself, which is "
                    + "stricter", isMissing: false);
            }
        }
    }

    private void ReadValidations(DocumentNode root)
    {
        // Its selectors are for objects that a cluster knows: without them the rule is about more, not less.
        var count = rules.Count;
        var spec = root.Get("spec");
        AddExpressions(spec?.Get("validations"), spec?.Get("variables"), "validations", new RuleScope());
        if (rules.Count > count && (spec?.Get("matchConditions") ?? spec?.Get("matchConstraints")?.Get("namespaceSelector")) is { } condition)
        {
            Missing(condition, "what it says of the objects it is for is not evaluated; it counts for all", isMissing: false);
        }
    }

    private void AddExpressions(DocumentNode? expressions, DocumentNode? variables, string name, RuleScope scope)
    {
        var known = (variables?.Items ?? [])
            .Where(variable => variable.GetText("name") is not null && variable.GetText("expression") is not null)
            .GroupBy(variable => variable.GetText("name")!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last().GetText("expression")!, StringComparer.Ordinal);
        foreach (var expression in (expressions?.Items ?? []).Where(Mentions))
        {
            if (ExpressionDemand.Read(expression.GetText("expression") ?? "", known) is { } demand)
            {
                Add(name, scope, demand, demand.Asks, expression.Line);
            }
            else
            {
                Missing(expression, $"{name} has an expression about images that cannot be read here", isMissing: true);
            }
        }
    }

    private void Add(string name, IScope scope, IDemand demand, string asks, int line) => rules.Add(new PolicyRule
    {
        Title = FormattableString.Invariant($"{policy}/{name} ({path}:{line})"),
        Asks = asks,
        Scope = scope,
        Demand = demand,
    });

    private void Missing(DocumentNode at, string reason, bool isMissing) => parts.Add(new PolicyPart(path, at.Line, $"{policy}: {reason}", isMissing));

    /// <summary>Whether a part is about images anywhere.</summary>
    private static bool Mentions(DocumentNode node) =>
        node.Kind == NodeKind.Scalar && node.Text.Contains(".image", StringComparison.Ordinal)
        || node.Items.Any(Mentions)
        || node.Entries.Any(entry => Anchor.Parse(entry.Key).Key == "image" || entry.Key != "message" && Mentions(entry.Node));
}

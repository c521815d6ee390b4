namespace Gates.BuiltIn.CanarySlo.Alerting;

/// <summary>Writes an Alertmanager's route and receivers by severity; addresses are the reader's to fill in.</summary>
internal static class AlertRoutes
{
    private static readonly Dictionary<string, (string Wait, string Repeat)> Times = new(StringComparer.Ordinal)
    {
        ["page"] = ("10s", "1h"),
        ["15min"] = ("15m", "4h"),
        ["ticket"] = ("1h", "24h"),
        ["dashboard"] = ("1h", "168h"),
    };

    public static string Write(AlertedObjectives all)
    {
        var yaml = new AlertText(all.Origin);
        yaml.Line(0, "route:");
        yaml.Line(2, "receiver: dashboard");
        yaml.Line(2, "group_by: [alertname, objective, service]");
        yaml.Line(2, "routes:");
        foreach (var severity in PrometheusRules.Severities)
        {
            var (wait, repeat) = Times[severity];
            yaml.Text(4, "- receiver", severity);
            yaml.Line(6, $"matchers: ['severity=\"{severity}\"']");
            yaml.Line(6, $"group_wait: {wait}");
            yaml.Line(6, $"repeat_interval: {repeat}");
        }

        yaml.Line(0, "inhibit_rules:");
        yaml.Line(2, "- source_matchers: ['severity=\"page\"']");
        yaml.Line(4, "target_matchers: ['severity=~\"15min|ticket|dashboard\"']");
        yaml.Line(4, "equal: [objective, service]");
        yaml.Line(0, "receivers:");
        foreach (var severity in PrometheusRules.Severities)
        {
            yaml.Text(2, "- name", severity);
        }

        return yaml.ToString();
    }
}

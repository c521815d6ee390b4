using System.Globalization;
using System.Text;
using System.Text.Json;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.BuiltIn.DlpScan.Scanning.Tables;
using Gates.Formats.Foundation.Trees;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

/// <summary>Tables are judged by their columns, in every form in which they are exported.</summary>
public sealed class TableTests
{
    private const int Rows = 60;

    public static TheoryData<string> Rules => [.. PersonalNumbers.Kinds.Select(kind => kind.Rule)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_column_under_its_word_is_one_finding(string rule)
    {
        var kind = PersonalNumbers.Kinds.Single(one => one.Rule == rule);
        var csv = "id;" + kind.Word + ";note\n" + Lines(i => $"{i};{PersonalNumbers.Make(rule, i % kind.Masks.Length, i)};free text {i}");

        var report = Scanning.Scan(csv, "export/people.csv");

        var column = report.Columns.ShouldHaveSingleItem();
        column.Rule.Id.ShouldBe(rule);
        (column.Line, column.Values, column.Valid).ShouldBe((1, Rows, Rows));
        report.Hits.ShouldBeEmpty();
        report.More.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a.csv", ",", "{0},Jane,{1}", "id,name,ssn")]
    [InlineData("a.csv", "quoted", "\"{0}\",\"Roe, \"\"J\"\"\",\"{1}\"", "\"id\",\"name\",\"ssn\"")]
    [InlineData("a.csv", "crlf", "{0};Jane;{1}\r", "id;name;ssn\r")]
    [InlineData("a.tsv", "tab", "{0}\tJane\t{1}", "id\tname\tssn")]
    [InlineData("a.csv", "pipe", "{0}|Jane|{1}", "id|name|ssn")]
    [InlineData("a.jsonl", "lines", "{{\"id\":{0},\"name\":\"Jane\",\"ssn\":\"{1}\"}}", "")]
    [InlineData("a.ndjson", "nested", "{{\"id\":{0},\"who\":{{\"name\":\"Jane \\\"J\\\"\",\"ssn\":\"{1}\"}}}}", "")]
    [InlineData("a.json", "pretty", " {{\n  \"id\": {0},\n  \"name\": \"Jane\",\n  \"ssn\":\n   \"{1}\"\n }},", "[")]
    [InlineData("a.sql", "insert", "INSERT INTO people (id, name, ssn) VALUES ({0},'O''Roe, J','{1}');", "")]
    [InlineData(
        "a.sql",
        "mysqldump",
        "INSERT INTO `people` VALUES ({0},'it\\'s','{1}'),(1{0},'x','{1}');",
        "CREATE TABLE `people` (\n  `id` int NOT NULL,\n  `name` text,\n  `ssn` varchar(11),\n  PRIMARY KEY (`id`)\n);")]
    [InlineData("a.sql", "rows", "({0},'Jane','{1}'),", "INSERT INTO people (id, name, ssn) VALUES")]
    [InlineData("a.sql", "copy", "{0}\tJane\t{1}", "COPY public.people (id, name, ssn) FROM stdin;")]
    public void A_column_is_found_in_every_form_of_table(string path, string form, string row, string header)
    {
        var text = (header.Length > 0 ? header + "\n" : "")
            + Lines(i => string.Format(CultureInfo.InvariantCulture, row, i, PersonalNumbers.Make("us-ssn", 0, i)));

        var report = Scanning.Scan(text, path);

        var column = report.Columns.ShouldHaveSingleItem(form);
        (column.Rule.Id, column.Column).ShouldBe(("us-ssn", "ssn"));
        column.Valid.ShouldBe(column.Values);
        report.Hits.Where(hit => hit.Rule.Id == "us-ssn").ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_header_check_digits_are_enough_and_the_column_has_a_number()
    {
        var report = Scanning.Scan(Lines(i => $"{i},{PersonalNumbers.Make("payment-card", 0, i)}"), "dump.csv");

        var column = report.Columns.ShouldHaveSingleItem();
        (column.Rule.Id, column.Column).ShouldBe(("payment-card", "2"));
    }

    [Fact]
    public void Nine_digits_without_a_word_are_no_column_of_social_security_numbers() =>
        Scanning.Scan("id,part\n" + Lines(i => $"{i},{PersonalNumbers.Make("us-ssn", 2, i)}"), "parts.csv").Columns.ShouldBeEmpty();

    [Theory]
    [InlineData("id,price,count", "{0},{1}.99,{2}")]
    [InlineData("lat,lon,time", "48.{1},11.{2},2024-05-{0:00}T10:11:12Z")]
    [InlineData("commit,version,size", "{1}{2}{1}{2}{1}{2},1.{0}.{1},{2}")]
    [InlineData("order_no,ean,sku", "2024{1}{2},40{1}{2}{0:000},A-{1}")]
    [InlineData("timestamp,value,delta", "17{1}{2},0.{1}{2},-{0}")]
    public void Prices_coordinates_and_order_numbers_are_no_column(string header, string row)
    {
        var random = new Random(4);
        var csv = header + "\n" + Lines(i =>
            string.Format(CultureInfo.InvariantCulture, row, (i % 28) + 1, random.Next(10000, 99999), random.Next(10000, 99999)));

        Scanning.Scan(csv, "numbers.csv").Columns.ShouldBeEmpty();
    }

    [Fact]
    public void A_column_with_too_few_valid_values_leaves_the_hits_to_stand_alone()
    {
        var csv = "id,ssn\n" + Lines(i => i % 2 == 0 ? $"{i},{PersonalNumbers.Make("us-ssn", 0, i)}" : $"{i},unknown");

        var report = Scanning.Scan(csv, "people.csv");

        report.Columns.ShouldBeEmpty();
        report.Hits.Count.ShouldBe(Rows / 2);
    }

    [Fact]
    public void Hits_in_other_columns_are_not_folded_into_a_column()
    {
        var other = PersonalNumbers.Make("us-ssn", 0, 999);
        var csv = "id,ssn,note\n" + Lines(i => $"{i},{PersonalNumbers.Make("us-ssn", 0, i)},{(i == 7 ? other : "none")}");

        var report = Scanning.Scan(csv, "people.csv");

        report.Columns.ShouldHaveSingleItem();
        report.Hits.ShouldHaveSingleItem().Line.ShouldBe(9);
    }

    [Fact]
    public void A_long_column_is_one_finding_and_nothing_is_left_over()
    {
        var csv = "id,ssn\n" + string.Concat(Enumerable.Range(0, 30_000).Select(Row));

        var report = Scanning.Scan(csv, "people.csv");

        var column = report.Columns.ShouldHaveSingleItem();
        column.Values.ShouldBe(30_000);
        column.Checked.ShouldBe(20_625);
        report.Hits.ShouldBeEmpty();
        report.More.ShouldBeEmpty();
    }

    [Fact]
    public void The_identity_is_over_all_values()
    {
        string Csv(string last) => "id,ssn\n" + string.Concat(Enumerable.Range(0, 25_001).Select(Row)) + last;

        string Identity(string last) => Scanning.Scan(Csv(last), "people.csv").Columns.Single().Identity;

        Identity("9,412-68" + "-7193\n").ShouldBe(Identity("9,412-68" + "-7193\n"));
        Identity("9,412-68" + "-7193\n").ShouldNotBe(Identity("9,412-68" + "-7194\n"));
    }

    [Fact]
    public void Of_a_diff_only_the_added_rows_count()
    {
        var csv = "id,ssn\n" + Lines(i => $"{i},{PersonalNumbers.Make("us-ssn", 0, i)}");

        Scanning.Scan(csv, "people.csv", [new LineRange(5, 12)]).Columns.ShouldBeEmpty();
        var column = Scanning.Scan(csv, "people.csv", [new LineRange(5, 34)]).Columns.ShouldHaveSingleItem();
        (column.Values, column.Line).ShouldBe((30, 5));
    }

    [Theory]
    [InlineData("ssn\u001b[31m")]
    [InlineData("ssn<script>")]
    [InlineData("ssn 412-68" + "-7193")]
    public void A_columns_name_that_is_none_is_not_repeated(string name)
    {
        var csv = $"id,{name}\n" + Lines(i => $"{i},{PersonalNumbers.Make("us-ssn", 0, i)}");

        Scanning.Scan(csv, "people.csv").Columns.ShouldHaveSingleItem().Column.ShouldBe("2");
    }

    [Fact]
    public async Task No_value_of_a_table_is_in_the_evidence()
    {
        var values = Enumerable.Range(0, Rows).Select(i => PersonalNumbers.Make("us-ssn", 0, i)).ToArray();
        var facts = await Scanning.Inspect(("people.csv", "ssn\n" + string.Join('\n', values)), ("bare.csv", string.Join('\n', values)));

        facts.GetProperty("columns").GetArrayLength().ShouldBe(2);
        var text = JsonSerializer.Serialize(facts);
        values.ShouldAllBe(value => !text.Contains(value, StringComparison.Ordinal)
            && !text.Contains(value.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void Utf16_tables_are_read()
    {
        var csv = "id\tssn\n" + Lines(i => $"{i}\t{PersonalNumbers.Make("us-ssn", 0, i)}");

        Scanning.Scan([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(csv)], "people.tsv")
            .Columns.ShouldHaveSingleItem().Values.ShouldBe(Rows);
    }

    private static string Row(int i) => $"{i},4{(i % 90) + 10}-{(i % 80) + 11}-{(i % 8000) + 1001}\n";

    private static string Lines(Func<int, string> row) => string.Concat(Enumerable.Range(0, Rows).Select(i => row(i) + "\n"));
}

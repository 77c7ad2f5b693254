namespace Termbase.Tests.Alignment;

/// <summary>Small bitexts of our own.</summary>
internal static class Bitexts
{
    /// <summary>Sentences that translate each other line by line.</summary>
    public static readonly (string Zh, string En)[] Harbour =
    [
        ("港口的第一座码头建于1998年。", "The first wharf of the harbour was built in 1998."),
        ("当时只有三条船可以停靠。", "At that time only three ships could moor there."),
        ("王小明的父亲在这里当了二十年工人。", "Wang Xiaoming's father worked here as a labourer for twenty years."),
        ("他每天早上五点起床，走路去上班。", "He got up at five every morning and walked to work."),
        ("母亲在家里照顾孩子，还养了几只鸡。", "Mother looked after the children at home and kept a few chickens."),
        ("你还记得那场大雨吗？", "Do you remember that heavy rain?"),
        ("河水淹没了整个村庄，学校也关了门。", "The river flooded the whole village, and the school was closed too."),
        ("政府派来了医生和粮食。", "The government sent doctors and grain."),
        ("人们在山上住了十天。", "People lived on the mountain for ten days."),
        ("后来水退了，大家开始修理房屋。", "Later the water fell, and everyone began to repair the houses."),
        ("新的学校比旧的大一倍。", "The new school is twice as large as the old one."),
        ("老师教我们读书，也教我们唱歌。", "The teacher taught us to read, and taught us to sing as well."),
        ("去年，港口的货物达到500万吨。", "Last year the goods of the harbour reached 5 million tons."),
        ("许多年轻人从外地回来工作。", "Many young people came back from other places to work."),
        ("公司投资建设了一条铁路。", "The company invested in building a railway."),
        ("火车把水果和蔬菜运到北方。", "Trains carry fruit and vegetables to the north."),
        ("晚上，码头上的灯光照亮了海面。", "In the evening the lights on the wharf shine on the sea."),
        ("游客喜欢在海边吃鱼。", "Tourists like to eat fish by the sea."),
        ("王小明现在是一名工程师。", "Wang Xiaoming is an engineer now."),
        ("他说他永远不会离开家乡。", "He said he would never leave his hometown."),
    ];

    /// <summary>Sentences of another matter altogether.</summary>
    public static readonly string[] Music =
    [
        "The violin has four strings, tuned in fifths.",
        "Its bow is strung with horsehair and rubbed with rosin.",
        "Baroque composers wrote dances for it, among them the gigue.",
        "A sonata usually opens with an allegro.",
        "Pianists practise scales with both hands.",
        "The oboe gives the orchestra its pitch before a concert.",
        "Jazz bands improvise over a sequence of chords.",
        "Opera singers warm up with vowels.",
        "The conductor lifts a baton and the audience falls silent.",
        "Percussion instruments include timpani, cymbals and the triangle.",
        "Some symphonies add a choir in the finale.",
        "A metronome ticks at an even tempo.",
        "Vinyl records turn at a constant speed.",
        "Guitarists change worn strings themselves.",
        "The harp has pedals that raise or lower each note.",
        "A fugue begins with one voice alone.",
        "Critics praised the cellist's encore.",
        "Brass players empty their instruments between movements.",
        "The bassoon is made of maple.",
        "Folk tunes travel from mouth to mouth.",
    ];
}

#!/usr/bin/python3
"""Writes a site to be searched: make_site.py OUT --records N [--seed S].

Its Chinese is real prose, the manual pages of Debian's manpages-zh, sentence after sentence as they stand there, so that characters
follow each other as they do in life. Into it go made-up names of people and villages, numbers of documents and sums, words of mixed
scripts, and sentences in traditional characters. The same N and S give the same bytes."""
import argparse
import glob
import gzip
import json
import pathlib
import random
import re

SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
GIVEN = '伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红建国志梅云雪晨宇浩然子轩梓涵欣怡雨彤思远嘉诚博文俊熙若曦诗涵沐阳'
VILLAGES = [a + b + c for a in '柳杨石清白黄青龙东西南北上下' for b in '林河沟桥湾坪塘岭' for c in '村屯']
MIXED = ['5G基站', 'GB/T 2312', 'iPhone版', 'A3纸张', 'Wi-Fi覆盖', 'PM2.5监测', '12345热线', 'e照通', 'PDF文件', 'QR码', 'ＡＴＭ机', '24h服务', 'B超室', 'X光片', 'VoLTE']
TRADITIONAL = ['國務院機關後勤服務處辦理群眾來訪', '請於窗口領取號碼後等候辦理', '繁體字說明與簡體字說明並列', '臺階過高，殘疾人輪椅難以通過',
               '變電設備檢驗報告逾期未換', '鄉鎮衛生院藥價公開欄', '圖書館閱覽室開門時間', '環境監測數據應當聯網']
UNITS = 30
RESULTS = 90     # of the one poll: more than one page shows


def sentences():
    """Of the manual pages, in their order; only what is plain text in Markdown and tells of no person."""
    found = []
    for path in sorted(glob.glob('/usr/share/man/zh_CN/man*/*.gz')):
        lines = gzip.open(path).read().decode('utf-8', 'replace').split('\n')
        text = '\n'.join(re.sub(r'\\f.|\\[-&]|\\\(..|\\[*]\S\S?|\\', '', line) for line in lines if line[:1] not in ('.', "'"))
        for sentence in re.split(r'(?<=[。！？；])|\n\n', text):
            sentence = re.sub(r'\s+', ' ', sentence).strip()
            if len(re.findall('[\u4e00-\u9fff]', sentence)) >= 8 and not re.search(r'[<>\[\]*_`#|~&@{}$\\^:=+\ufffd"\']|\d{5}|^[-\d]|//', sentence):
                found.append(sentence)
    if len(found) < 5000:
        raise SystemExit('make_site.py: the manual pages of manpages-zh are not there')
    return found


class Site:
    def __init__(self, out, seed):
        self.content = pathlib.Path(out) / 'content'
        self.rng = random.Random(seed)
        self.sentences = sentences()
        pathlib.Path(out).mkdir(parents=True, exist_ok=True)
        (pathlib.Path(out) / 'site.yaml').write_text(
            'title: 检索用的站点\norganisation: 某某市\nas_of: 2026-06-30\noutputs: [search]\n', encoding='utf-8')

    def prose(self, length):
        """So many sentences' worth of consecutive prose, about `length` characters, now and then with something of our own."""
        at, text = self.rng.randrange(len(self.sentences)), ''
        while len(text) < length:
            text += self.sentences[at % len(self.sentences)]
            at += 1
            if self.rng.random() < 0.12:
                text += self.own()
        return text

    def own(self):
        r = self.rng
        return r.choice([
            lambda: f'经办人{self.name()}说明了情况。',
            lambda: f'{r.choice(VILLAGES)}反映的问题由{self.name()}答复。',
            lambda: f'依据整改办〔{r.randint(2019, 2026)}〕{r.randint(1, 400)}号办理，涉及{r.randint(1, 99)},{r.randint(0, 999):03}.{r.randint(0, 9)}万元。',
            lambda: f'{r.choice(MIXED)}已在{r.choice(VILLAGES)}试用。',
            lambda: r.choice(TRADITIONAL) + '。',
        ])()

    def name(self):
        return self.rng.choice(SURNAMES) + ''.join(self.rng.choices(GIVEN, k=self.rng.choice((1, 2, 2, 2))))

    def title(self):
        words = re.sub(r'[^\u4e00-\u9fff]', '', self.rng.choice(self.sentences))
        begin = self.rng.randrange(max(1, len(words) - 12))
        return words[begin:begin + self.rng.randint(6, 14)] + self.rng.choice(['', '', f'（{self.rng.choice(VILLAGES)}）'])

    def put(self, path, text):
        (self.content / path).parent.mkdir(parents=True, exist_ok=True)
        (self.content / path).write_text(text, encoding='utf-8')

    def write(self, records):
        quoted = lambda text: json.dumps(text, ensure_ascii=False)
        for i in range(UNITS):
            self.put(f'units/dw-{i:02}.yaml', f'title: {quoted(VILLAGES[i * 7] + "管理处")}\nscope: public\ntype: office\nhead: 主任\n')
        items = records * 2 // 5
        for i in range(items):
            entered = f'2026-{self.rng.randint(1, 5):02}-{self.rng.randint(1, 28):02}'
            progress = self.rng.random() < 0.5
            self.put(f'items/zg-{i:05}.yaml', '\n'.join([
                f'title: {quoted(self.title())}', 'scope: public', f'problem: {quoted(self.prose(150))}', 'origin: self-found',
                'class: by-deadline', f'unit: dw-{self.rng.randrange(UNITS):02}', f'lead: 分管副主任{self.name()}', 'deadline: 2026-09-30',
                f'raised: {{date: {entered}}}', 'measures:', *(f'  - {{text: {quoted(self.prose(60))}}}' for _ in range(3)),
                *(['progress:', f'  - {{date: 2026-06-{self.rng.randint(1, 28):02}, text: {quoted(self.prose(120))}}}'] if progress else []), '']))
        self.put('surveys/dc-1.yaml', '\n'.join([
            f'title: {quoted("渠道通水情况测评")}', 'scope: public', 'conductor: dw-00', 'relation: self', 'method: representatives',
            'respondents: service-users', 'period: {from: 2026-05-01, to: 2026-05-07}', 'options: [满意, 不满意]', 'positive: [满意]', 'results:',
            *(f'  - {{object: {quoted(f"{VILLAGES[i]}{self.name()}渠")}, invited: {i + 40}, issued: {i + 40}, returned: {i + 31}, void: 0, '
              f'valid: {i + 31}, counts: {{满意: {i + 30}, 不满意: 1}}}}' for i in range(RESULTS)), '']))
        for i in range(records - items - UNITS - 1):
            body = '\n\n'.join(self.prose(self.rng.randint(150, 400)) for _ in range(4))
            self.put(f'pages/sm-{i:05}.md', f'---\ntitle: {quoted(self.title())}\nscope: public\n---\n{body}\n')


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('out')
    parser.add_argument('--records', type=int, default=2100)
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    Site(options.out, options.seed).write(options.records)
